import { lookUp, saveGate, saveRetention, suppress, unsuppress } from "./actions.ts";

/** The actions of the page, of one workspace. */
export function bindPrivacy(slug: string) {
  return {
    saveGate: saveGate.bind(null, slug),
    saveRetention: saveRetention.bind(null, slug),
    list: {
      lookUp: lookUp.bind(null, slug),
      add: suppress.bind(null, slug),
      remove: unsuppress.bind(null, slug),
    },
  };
}

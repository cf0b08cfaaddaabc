import type { IdentityActions } from "#components/visitors/identity/identity-actions.ts";
import {
  detach,
  mergeInto,
  previewMergeWith,
  searchOthers,
  undoCorrection,
} from "./identity-actions.ts";

/** The corrections of one visitor's page. */
export function bindIdentity(slug: string, visitorId: string): IdentityActions {
  return {
    search: searchOthers.bind(null, slug, visitorId),
    preview: previewMergeWith.bind(null, slug, visitorId),
    merge: mergeInto.bind(null, slug),
    detach: detach.bind(null, slug, visitorId),
    undo: undoCorrection.bind(null, slug),
  };
}

import type { Envelope, SimulatedEvent } from "./event.ts";
import { Random } from "./random.ts";

const RETRY_SECONDS = [5, 5, 30, 120, 600] as const;

/**
 * The deliveries of one event: nearly always one, soon after it was created. A few arrive late (out of
 * order), about 1 % twice, and one in a thousand again under another webhook-id.
 */
export function deliveriesOf(payload: Envelope): SimulatedEvent[] {
  const random = new Random("delivery", payload.id);
  const webhookId = `msg_${random.letters(27)}`;
  const late = random.chance(0.025) ? random.pick(RETRY_SECONDS) * 1000 : 0;
  const at = payload.created + random.int(60, 900) + late;
  const deliveries = [{ webhookId, at, payload }];
  const again = () => at + random.pick(RETRY_SECONDS) * 1000 + random.int(0, 400);
  if (random.chance(0.01)) deliveries.push({ webhookId, at: again(), payload });
  if (random.chance(0.001)) {
    deliveries.push({ webhookId: `msg_${random.letters(27)}`, at: again(), payload });
  }
  return deliveries;
}

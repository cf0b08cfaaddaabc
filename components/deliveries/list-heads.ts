/** The heads of the deliveries table, for what stands in for it while it loads. */
export const DELIVERY_HEADS = ["Type", "State", "Received", "Reason", "Event"] as const;

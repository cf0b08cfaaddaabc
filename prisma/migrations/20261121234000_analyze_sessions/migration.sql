-- What the planner knows of the new expressions; receipts are found by what it expects of a key.
ANALYZE "session";

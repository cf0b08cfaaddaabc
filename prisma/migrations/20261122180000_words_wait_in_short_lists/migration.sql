-- New words wait in a list that is put into the index when it is full: at the server's own 4 MB by one of three thousand
-- visitors that are written, which holds up the projection for 100 ms; and every search reads the list. At 512 kB it is
-- 14 ms, as much per row.
ALTER INDEX "visitor_words_idx" SET (gin_pending_list_limit = 512);
ALTER INDEX "company_words_idx" SET (gin_pending_list_limit = 512);

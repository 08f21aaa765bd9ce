CREATE TABLE "ledger_parts" (
  "batch_id" TEXT NOT NULL REFERENCES "ledger_batches" ("id") ON DELETE CASCADE,
  "number" INTEGER NOT NULL,
  "row_count" INTEGER NOT NULL CHECK ("row_count" > 0),
  "decimals" INTEGER NOT NULL CHECK ("decimals" BETWEEN 2 AND 6),
  "sales" BLOB NOT NULL,
  "documents" BLOB NOT NULL,
  "names" BLOB NOT NULL,
  PRIMARY KEY ("batch_id", "number")
) STRICT;

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

CREATE TABLE "named_votes" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "competence_id" TEXT NOT NULL REFERENCES "competences" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "criterion" TEXT NOT NULL,
  "department_id" TEXT NOT NULL REFERENCES "departments" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "vote" INTEGER NOT NULL,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "named_confidence" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goal_id" TEXT NOT NULL REFERENCES "goals" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "vote" INTEGER NOT NULL,
  "rank" INTEGER NOT NULL
) STRICT;

CREATE TABLE "sealed_confidence" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goal_id" TEXT NOT NULL REFERENCES "goals" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "votes" TEXT NOT NULL CHECK ("votes" GLOB '[[]*]'),
  "names" TEXT NOT NULL CHECK ("names" GLOB '[[]*]')
) STRICT;

CREATE TABLE "sealed_answers" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "activity_id" TEXT NOT NULL REFERENCES "activities" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "department_id" TEXT NOT NULL REFERENCES "departments" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "wave" INTEGER NOT NULL,
  "answers" TEXT NOT NULL CHECK ("answers" GLOB '[[]*]')
) STRICT;

-- Version 2: what the analyst says of a conclusion beyond verdict, reason and note.
ALTER TABLE rulings ADD COLUMN said_json TEXT NOT NULL DEFAULT '{}'; -- resolution, preferred claim, sort, settled

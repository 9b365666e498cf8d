CREATE TABLE "approvals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"item_id" uuid NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamptz NOT NULL,
	"plan_sealed" text NOT NULL,
	"outcome" text,
	"decided_by" text,
	"decided_at" timestamptz,
	"reason_sealed" text
);
--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "name_index" text;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_item_id_request_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."request_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "approvals_item" ON "approvals" USING btree ("item_id","asked_at");--> statement-breakpoint
CREATE INDEX "requests_name_index" ON "requests" USING btree ("name_index");
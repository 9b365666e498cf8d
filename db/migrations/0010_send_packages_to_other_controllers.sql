CREATE TABLE "transfers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"state" text NOT NULL,
	"receiver_key" text,
	"receiver_name" text,
	"receiver_territory" text,
	"wished_at" timestamptz NOT NULL,
	"package_id" uuid,
	"idempotency_key" uuid,
	"released_by" text,
	"released_at" timestamptz,
	"attempts" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"response_status" integer,
	"receipt" text,
	"rested_at" timestamptz,
	"reason" text,
	"citation" text,
	"words_sealed" text,
	"ruled_out_by" text,
	CONSTRAINT "transfers_itemId_unique" UNIQUE("item_id")
);
--> statement-breakpoint
CREATE TABLE "receivers" (
	"key" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"territory" text NOT NULL,
	"contact_email" text NOT NULL,
	"config_sealed" text NOT NULL,
	"changed_at" timestamptz NOT NULL,
	"retired_at" timestamptz
);
--> statement-breakpoint
ALTER TABLE "packages" ADD COLUMN "sha256" text;--> statement-breakpoint
ALTER TABLE "packages" ADD COLUMN "signature" text;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_item_id_request_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."request_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_receiver_key_receivers_key_fk" FOREIGN KEY ("receiver_key") REFERENCES "public"."receivers"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_package_id_packages_id_fk" FOREIGN KEY ("package_id") REFERENCES "public"."packages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "transfers_request" ON "transfers" USING btree ("request_id");
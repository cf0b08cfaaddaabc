-- CreateTable
CREATE TABLE "list_preference" (
    "workspaceId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "room" TEXT NOT NULL,
    "layout" JSONB NOT NULL DEFAULT '{}',
    "defaultViewId" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "list_preference_pkey" PRIMARY KEY ("workspaceId","userId","room")
);

-- The lists that there are, and a name that fits its tab.
ALTER TABLE "list_preference" ADD CONSTRAINT "list_preference_room_check" CHECK ("room" IN ('visitors', 'companies'));
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_room_check" CHECK ("room" IN ('visitors', 'companies'));
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_name_check" CHECK (length("name") BETWEEN 1 AND 60);

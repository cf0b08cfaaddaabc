-- What it takes that an erased person does not come back, and that a rebuild does not miss what is not theirs.

-- CreateTable
CREATE TABLE "suppression_key" (
    "workspaceId" TEXT NOT NULL,
    "ciphertext" BYTEA NOT NULL,
    "keyId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "suppression_key_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateTable
CREATE TABLE "erased_company" (
    "workspaceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "erasedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "erased_company_pkey" PRIMARY KEY ("workspaceId","key","digest")
);

ALTER TABLE "suppression" ADD CONSTRAINT "suppression_kind_check" CHECK ("kind" IN ('email', 'linkedin', 'session'));

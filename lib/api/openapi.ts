import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from "zod-openapi";
import { getAttributionOperation, listReceiptsOperation } from "#lib/api/attribution-operations.ts";
import {
  getCompanyOperation,
  listCompaniesOperation,
  listCompanyVisitorsOperation,
} from "#lib/api/company-operations.ts";
import {
  getDeliveryOperation,
  listDeliveriesOperation,
  replayDeliveryOperation,
} from "#lib/api/delivery-operations.ts";
import {
  detachEvidenceOperation,
  listCorrectionsOperation,
  mergeVisitorOperation,
  undoCorrectionOperation,
} from "#lib/api/identity-operations.ts";
import type { Operation } from "#lib/api/operation.ts";
import { erasePersonOperation, exportPersonOperation } from "#lib/api/privacy-operations.ts";
import { problem } from "#lib/api/problem.ts";
import { getSessionOperation, listSessionsOperation } from "#lib/api/session-operations.ts";
import {
  getVisitorOperation,
  listTimelineOperation,
  listVisitorsOperation,
} from "#lib/api/visitor-operations.ts";

/** Every call of `/api/v1`, in the order of its description. */
export const operations: readonly Operation[] = [
  listVisitorsOperation,
  getVisitorOperation,
  listTimelineOperation,
  listCorrectionsOperation,
  mergeVisitorOperation,
  detachEvidenceOperation,
  undoCorrectionOperation,
  listCompaniesOperation,
  getCompanyOperation,
  listCompanyVisitorsOperation,
  listSessionsOperation,
  getSessionOperation,
  getAttributionOperation,
  listReceiptsOperation,
  listDeliveriesOperation,
  getDeliveryOperation,
  replayDeliveryOperation,
  exportPersonOperation,
  erasePersonOperation,
];

const failure = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: problem } },
});

/** The description of the API (OpenAPI 3.1), from the schemas that check its requests. */
export function buildOpenApi() {
  const paths: ZodOpenApiPathsObject = {};
  for (const operation of operations) {
    const method = operation.method === "GET" ? "get" : "post";
    paths[operation.path] = { ...paths[operation.path], [method]: describe(operation) };
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Foyer",
      version: "1",
      description:
        "Who is on your website, from which company, and what brought them. Times are ISO 8601 in UTC, ids are opaque texts, lists page by cursor.",
    },
    servers: [{ url: "/api/v1" }],
    security: [{ apiKey: [] }],
    components: {
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer", description: "A key such as fy_…" },
      },
    },
    paths,
  });
}

function describe(operation: Operation): ZodOpenApiOperationObject {
  const { id, tag, summary, scope, params, query, body, response } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: `Needs the scope \`${scope}\`.`,
    requestParams: { ...(params && { path: params }), ...(query && { query }) },
    ...(body && {
      requestBody: { required: true, content: { "application/json": { schema: body } } },
    }),
    responses: {
      "200": { description: "Found", content: { "application/json": { schema: response } } },
      "400": failure("A parameter is unknown or wrong"),
      "401": failure("No valid key"),
      "403": failure("The key lacks the scope"),
      ...((params || body) && { "404": failure("No such thing in this workspace") }),
      default: failure("Another failure"),
    },
  };
}

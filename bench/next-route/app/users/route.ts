import { isSignedIn, users } from "../../users.ts";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  if (!isSignedIn(request)) return Response.json({}, { status: 401 });
  return Response.json(await users.list(new URL(request.url).searchParams));
}

export async function POST(request: Request): Promise<Response> {
  if (!isSignedIn(request)) return Response.json({}, { status: 401 });
  const created = await users.create(await request.json());
  return Response.json(created ?? {}, { status: created ? 200 : 409 });
}

import { isSignedIn, users } from "../../../users.ts";

interface Parameters {
  params: Promise<{ id: string }>;
}

export async function GET(request: Request, { params }: Parameters): Promise<Response> {
  if (!isSignedIn(request)) return Response.json({}, { status: 401 });
  const user = await users.get((await params).id);
  return Response.json(user ?? {}, { status: user ? 200 : 404 });
}

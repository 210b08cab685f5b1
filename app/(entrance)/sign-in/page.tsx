import { redirect } from "next/navigation";
import { EntranceAside, EntranceHeading } from "#components/auth/entrance.tsx";
import { toLocalPath } from "#components/auth/next-path.ts";
import { SignInForm } from "#components/auth/sign-in-form.tsx";
import { getText } from "#components/i18n/page-text.ts";
import { TextLink } from "#components/link/link.tsx";
import { createPageApi } from "#server/api/caller.ts";

interface SignInPageProps {
  searchParams: Promise<{ next?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const t = await getText();
  const { isSetUp, isRegistrationOpen, viewer } = await createPageApi();
  const next = toLocalPath((await searchParams).next);
  if (!isSetUp) {
    redirect("/set-up");
  }
  if (viewer) {
    redirect(next);
  }
  return (
    <>
      <EntranceHeading title={t("Sign in")}>{t("Welcome back.")}</EntranceHeading>
      <SignInForm next={next} />
      {isRegistrationOpen && (
        <EntranceAside>
          {t.rich("New here? <link>Create an account</link>", {
            link: (words) => <TextLink href="/register">{words}</TextLink>,
          })}
        </EntranceAside>
      )}
    </>
  );
}

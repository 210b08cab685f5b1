import { redirect } from "next/navigation";
import { EntranceHeading } from "#components/auth/entrance.tsx";
import { SetUpForm } from "#components/auth/set-up-form.tsx";
import { getText } from "#components/i18n/page-text.ts";
import { createPageApi } from "#server/api/caller.ts";

interface SetUpPageProps {
  searchParams: Promise<{ token?: string | string[] }>;
}

export default async function SetUpPage({ searchParams }: SetUpPageProps) {
  const t = await getText();
  const { isSetUp } = await createPageApi();
  if (isSetUp) {
    redirect("/sign-in");
  }
  const { token } = await searchParams;
  if (typeof token !== "string") {
    return (
      <EntranceHeading title={t("Almost there")}>
        {t(
          "This Binnacle has no owner yet. Open the set-up link that the server printed when it started; a restart prints a new one.",
        )}
      </EntranceHeading>
    );
  }
  return (
    <>
      <EntranceHeading title={t("Set up Binnacle")} documentTitle={t("Set up")}>
        {t("Create the owner, the account that can do everything.")}
      </EntranceHeading>
      <SetUpForm token={token} />
    </>
  );
}

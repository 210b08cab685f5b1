import { globSync, readFileSync } from "node:fs";
import * as english from "@zxcvbn-ts/language-en";
import ts from "typescript";
import { expect, test } from "vitest";
import { optionsOf } from "#components/data-grid/filter-words.ts";
import { AUDIT_ACTIONS } from "#server/domains/audit/catalog.ts";
import { AUDIT_FIELDS } from "#server/domains/audit/schema.ts";
import { MAIL_TEMPLATES } from "#server/domains/mail/catalog.ts";
import { MAIL_FIELDS } from "#server/domains/mail/schema.ts";
import { USER_FIELDS } from "#server/domains/users/schema.ts";
import { TRASH_FIELDS } from "#server/domains/users/trash/schema.ts";
import { PERMISSIONS, ROLES } from "#server/platform/access/catalog.ts";
import type { ListField } from "#server/platform/list/schema.ts";
import { projectRoot } from "#server/project-root.ts";
import { de } from "./de/index.ts";
import { createText } from "./text.ts";

const WORD = /\p{L}{2,}/u;
/** The product's, in every language the same. */
const NAME = "Binnacle";
/** Of an `a === "b"` nothing is shown. */
const JOINING = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.PlusToken,
]);
const SHOWN_ATTRIBUTES = new Set([
  "title",
  "label",
  "placeholder",
  "description",
  "aria-label",
  "alt",
  "message",
  "searchPlaceholder",
]);

const filesOf = (pattern: string) =>
  globSync(pattern, { cwd: projectRoot }).filter((file) => !/\.test\.tsx?$|\/testing\//.test(file));

function parse(file: string): ts.SourceFile {
  const text = readFileSync(`${projectRoot}/${file}`, "utf8");
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
}

function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

/** Texts that an expression comes to without a call; values in a template read as numbers. */
function textsOf(node: ts.Node | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [node.head.text + node.templateSpans.map(({ literal }) => `3${literal.text}`).join("")];
  if (ts.isConditionalExpression(node))
    return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (ts.isBinaryExpression(node) && JOINING.has(node.operatorToken.kind))
    return [...textsOf(node.left), ...textsOf(node.right)];
  if (ts.isParenthesizedExpression(node) || ts.isJsxExpression(node))
    return textsOf(node.expression);
  return [];
}

function shownBy(node: ts.Node): string[] {
  if (ts.isJsxText(node)) return [node.text.trim()];
  if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) return textsOf(node);
  if (ts.isJsxAttribute(node) && isShown(node)) return textsOf(node.initializer);
  return [];
}

/** Shown when nothing else works, not even a catalogue. */
const LAST_RESORT = "app/global-error.tsx";
/** What somebody might type, such as "users.suspend". */
const SAMPLE = /^[\w-]+(\.[\w-]+)+$/;

/** Some components translate what they are given: their types take keys of the catalogues only. */
const GIVEN_AS_KEY = new Set(["DataGrid.searchPlaceholder", "Said.message"]);

function isShown(attribute: ts.JsxAttribute): boolean {
  const name = attribute.name.getText();
  const { tagName } = attribute.parent.parent;
  return SHOWN_ATTRIBUTES.has(name) && !GIVEN_AS_KEY.has(`${tagName.getText()}.${name}`);
}

test("what pages and components show has gone through the catalogues", () => {
  const files = ["app/**/*.tsx", "components/**/*.tsx"].flatMap(filesOf);
  const plain = files
    .filter((file) => file !== LAST_RESORT)
    .flatMap((file) =>
      [...nodesOf(parse(file))]
        .flatMap(shownBy)
        .filter((text) => WORD.test(text.replace(NAME, "")) && !SAMPLE.test(text))
        .map((text) => `${file}: ${text}`),
    );
  expect(plain).toEqual([]);
});

/** Where a text for people stands among the arguments. */
const SAYING: Record<string, number> = { AppError: 1, fieldError: 2, assertNotSelf: 2 };

function saidBy(node: ts.Node): string[] {
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return [];
  const place = SAYING[node.expression.getText()];
  return place === undefined ? [] : textsOf(node.arguments?.[place]);
}

test("what the server says to people is known in every language", () => {
  const text = createText("de", de);
  const unknown = filesOf("server/**/*.ts").flatMap((file) =>
    [...nodesOf(parse(file))]
      .flatMap(saidBy)
      .filter((said) => WORD.test(said) && text.known(said) === said)
      .map((said) => `${file}: ${said}`),
  );
  expect(unknown).toEqual([]);
});

test("what the server calls things is known in every language", () => {
  const { warnings, suggestions } = english.translations;
  const fields = [USER_FIELDS, TRASH_FIELDS, MAIL_FIELDS, AUDIT_FIELDS].flatMap((list) =>
    Object.values<ListField>(list),
  );
  const labels = [
    ...Object.values(AUDIT_ACTIONS),
    ...Object.values(MAIL_TEMPLATES),
    ...Object.values(PERMISSIONS).map(({ description }) => description),
    ...Object.values(ROLES).flatMap(({ label, description }) => [label, description]),
    ...fields.flatMap((field) => [field.label, ...optionsOf(field).map(({ label }) => label)]),
    ...Object.values(warnings),
    ...Object.values(suggestions),
  ];
  expect(labels.filter((label) => !Object.hasOwn(de, label))).toEqual([]);
});

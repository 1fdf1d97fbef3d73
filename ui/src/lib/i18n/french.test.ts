// In French a line never begins with a sign of punctuation: the space before it is one that does not break.
import ts from "typescript";
import { expect, test } from "vitest";

const files = import.meta.glob<string>("./fr/*.ts", { query: "?raw", import: "default", eager: true });

/** What stands in quotes, or between the holes of a template. */
function texts(source: string): string[] {
  const found: string[] = [];
  const look = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.push(node.text);
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile("fr.ts", source, ts.ScriptTarget.Latest, true));
  return found;
}

test.each(Object.entries(files))("%s has the spaces of French", (_path, source) => {
  for (const text of texts(source)) {
    expect(text).not.toMatch(/[ \u00a0][;?!]| [:»%]|« |[\p{L}\p{N}][;?!»]|«[\p{L}\p{N}]/u);
    // The sign for what is not typed on a keyboard: in a text, it is this one.
    expect(text).not.toMatch(/\p{L}'\p{L}/u);
  }
});

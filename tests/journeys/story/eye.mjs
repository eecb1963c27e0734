// Looks at a page as it stands: axe in both widths and both colour schemes, no sideways scroll, no leftovers; and takes
// the pictures of docs/.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { top } from "./town.mjs";

// Read into the page by the debugger, which the page's security policy does not concern.
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules that another colour scheme can break. */
const ofColours = ["color-contrast", "link-in-text-block"];
const height = 900;

/** What axe finds in the page as it is now, a line each. */
async function violations(page, colorScheme) {
    const runOnly = colorScheme === "dark" ? { type: "rule", values: ofColours } : { type: "tag", values: tags };
    const found = await page.evaluate(
        async (only) => (await globalThis.axe.run(document, { runOnly: only, resultTypes: ["violations"] })).violations,
        runOnly,
    );
    return found.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 200)}`));
}

/** For a person to leaf through: with VASTIN_SNAPSHOTS=FOLDER every state that is looked at is kept there as a picture. */
async function snapshot(page, name) {
    const folder = process.env.VASTIN_SNAPSHOTS;
    const file = `${name.replace(/[^\w]+/g, "-")}.png`;
    if (folder) await page.screenshot({ path: path.join(folder, file), fullPage: true });
}

/** Asserts that the page of this person is well in every width and scheme. `state` names it in the message. */
export async function looksWell({ page, language }, state) {
    await page.evaluate(axe);
    const before = page.viewportSize();
    const seen = async (width, colorScheme) => {
        if (page.viewportSize().width !== width) await page.setViewportSize({ width, height });
        await snapshot(page, `${language} ${state} ${width}${colorScheme === "dark" ? " dark" : ""}`);
        assert.deepEqual(await violations(page, colorScheme), [], `${state}, ${width} px, ${colorScheme} (${page.url()})`);
    };
    await seen(1280, "light");
    await page.emulateMedia({ colorScheme: "dark" });
    await seen(1280, "dark");
    await seen(390, "dark");
    await page.emulateMedia({ colorScheme: "light" });
    await seen(390, "light");
    await page.setViewportSize({ width: 320, height });
    const { wide, lang, text } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        lang: document.documentElement.lang,
        text: `${document.title} ${document.body.textContent}`,
    }));
    await page.setViewportSize(before);
    assert.ok(wide <= 320, `${state} scrolls sideways: ${wide} px wide at 320 px`);
    assert.equal(lang, language, `${state}: the language that the page names`);
    assert.doesNotMatch(text, /\{\{|\}\}|\{\d\}/, `${state}: a leftover of a template or a sentence`);
}

/** A picture for docs/, written only on demand: VASTIN_PICTURES=1. */
export async function picture({ page }, name, { width = 1280, tall = height, from } = {}) {
    if (!process.env.VASTIN_PICTURES) return;
    const before = page.viewportSize();
    await page.setViewportSize({ width, height: tall });
    await page.evaluate(() => document.activeElement?.blur());
    if (from) await page.locator(from).scrollIntoViewIfNeeded();
    else await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({ path: path.join(top, `docs/pictures/${name}.png`) });
    await page.setViewportSize(before);
}

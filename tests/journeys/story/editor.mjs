// What a coordinator does in the editor of calls: every control is found by its key in the call's file.

/** The control of a key. */
export const at = (page, path) => page.locator(`[id="${path}"]`);
export const write = (page, path, text) => at(page, path).fill(text);

/** The answers of a page: a text, true or false for a box, { fi, sv, en } for words, and of a choice the value that is
    offered. */
export async function writeAll(page, answers) {
    for (const [path, answer] of Object.entries(answers)) {
        if (typeof answer === "object") {
            for (const [language, text] of Object.entries(answer)) await write(page, `${path}.${language}`, text);
        } else if (typeof answer === "boolean") {
            await at(page, path).setChecked(answer);
        } else if (await page.locator(`select[id="${path}"]`).count()) {
            await at(page, path).selectOption(answer);
        } else if (await page.locator(`[type="radio"][name="${path}"]`).count()) {
            await page.locator(`[name="${path}"][value="${answer}"]`).check();
        } else {
            await write(page, path, answer);
        }
    }
}

/** Adds an element to the list of this key, by its button. */
export const add = (page, list) =>
    Promise.all([page.waitForEvent("load"), page.locator(`button[value="add:${list}"]`).click()]);

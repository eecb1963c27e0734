// What people of several stories do the same way.
import assert from "node:assert/strict";
import { press } from "./person.mjs";

export const centria = "Projektipäällikkö · Centria";
export const oulu = "Tutkimuspäällikkö · Oulun yliopisto";
export const chydenius = "Projektledare · Chydenius";
export const coordinator = "Hankekoordinaattori · Kokkola";

/** Answers of a whole application: 666 666.43 of pay and 40 % make 933 333.00 in all. */
export const whole = {
    project: {
        project_name: "Akkuaine kiertoon",
        starts: "1.11.2025",
        ends: "31.10.2027",
        themes: { battery: "60", circular: "40" },
    },
    budget: { pay: "666666,43", applicant_kind: "public" },
};

/** In the demo town: one click on the door of this name. */
export async function enter({ page, say, language }, name) {
    if (!page.url().includes("/sign-in")) await page.goto(`/${language}/sign-in`);
    await press(page, `${say("Sign in")} ${name}`);
    await page.getByText(name, { exact: true }).first().waitFor();
}

/** Fills the fields of the open section, by their names in the form. */
export async function fill(page, answers) {
    for (const [key, answer] of Object.entries(answers)) {
        if (typeof answer === "object") {
            for (const [theme, share] of Object.entries(answer)) await page.locator(`[id="${key}.${theme}"]`).fill(share);
        } else if (key === "applicant_kind") {
            await page.locator(`[name="${key}"][value="${answer}"]`).check();
        } else {
            await page.locator(`#${key}`).fill(answer);
        }
    }
}

/** Begins a new draft in the call and fills it; ends on its task list. Gives the draft's path. */
export async function writeDraft({ page, say, language }, { title = whole.project.project_name, another = false } = {}) {
    await page.goto(`/${language}/calls/2025/apply${another ? "?another=1" : ""}`);
    await press(page, say("Start an application"));
    await page.waitForURL(/\/applications\/[0-9a-z]{26}$/);
    const draft = new URL(page.url()).pathname;
    for (const [section, answers] of Object.entries(whole)) {
        await page.goto(`${draft}/sections/${section}`);
        await fill(page, section === "project" ? { ...answers, project_name: title } : answers);
        await press(page, say("Save and continue"));
        await page.waitForURL(`**${draft}`);
    }
    return draft;
}

/** From the check page of the draft to its receipt; gives the register number. */
export async function send({ page, say }, draft) {
    await page.goto(`${draft}/check`);
    await press(page, say("Send the application"));
    await page.waitForURL(`**${draft}/receipt`);
    const number = await page.locator("h1 .v-id").innerText();
    assert.match(number, /^KOK-2025-\d{3}$/);
    return number;
}

/** The demo town's clock: "last-hour", "after-deadline" or "call-open". */
export async function moveClock({ page, say }, moment) {
    const names = {
        "last-hour": "To the last hour",
        "after-deadline": "After the deadline",
        "call-open": "Back to a week before",
    };
    await press(page, say(names[moment]));
    await page.waitForLoadState();
}

/** Opens every sum in `place`, and those that stand inside of it. */
export async function openSums(place) {
    const closed = place.locator("details:not([open]) > summary");
    while (await closed.count()) await closed.first().click();
}

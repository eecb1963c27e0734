import assert from "node:assert/strict";
import test from "node:test";
import { looksWell } from "./story/eye.mjs";
import { arrive, openBrowser, reads, stands } from "./story/person.mjs";
import { centria } from "./story/steps.mjs";
import { startTown } from "./story/town.mjs";

/** What has the focus: its name, and whether a person who looks at the window can see that. */
function focused() {
    const at = document.activeElement;
    const box = at.getBoundingClientRect();
    const ringed = (element) => {
        const style = getComputedStyle(element);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    };
    const label = at.labels?.[0]?.innerText ?? at.innerText ?? "";
    const middle = document.elementFromPoint(box.left + Math.min(box.width / 2, 40), box.top + Math.min(box.height / 2, 20));
    return {
        what: at.tagName,
        name: label.trim().replace(/\s+/g, " "),
        value: at.type === "radio" ? at.value : "",
        inside: box.width > 0 && box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth,
        uncovered: middle !== null && (at.contains(middle) || middle.contains(at) || [...(at.labels ?? [])].some((l) => l.contains(middle))),
        ring: ringed(at) || (at.type === "radio" && ringed(at.closest(".ds-field"))), // a radio is ringed with its words
    };
}

/** Presses Tab until the control of this name (a radio: of this value) has the focus; at every stop the focus must be seen. */
async function tabTo(page, name) {
    const passed = [];
    for (let stops = 0; stops < 80; ++stops) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate(focused);
        if (at.what === "BODY") continue; // the end of the page: the next Tab begins from the top
        assert.ok(at.inside && at.uncovered && at.ring, `the focus is not seen: ${JSON.stringify(at)} on ${page.url()}`);
        if (at.name === name || at.value === name) return;
        passed.push(at.name);
    }
    assert.fail(`Tab never comes to "${name}" on ${page.url()}, but to: ${passed.join(" · ")}`);
}

/** Presses Enter and waits for the page that it leads to. */
async function pressEnter(page) {
    const next = page.waitForEvent("domcontentloaded");
    await page.keyboard.press("Enter");
    await next;
}
const enterOn = async (page, name) => {
    await tabTo(page, name);
    await pressEnter(page);
};
const type = async (page, label, text) => {
    await tabTo(page, label);
    await page.keyboard.press("Control+A");
    await page.keyboard.type(text);
};

test("An applicant applies in English with the keyboard alone, and always sees where she is", async (t) => {
    const town = await startTown(t);
    const browser = await openBrowser(t);
    const person = await arrive(t, browser, town, { language: "en" });
    const { page } = person;

    await page.goto("/en");
    await page.keyboard.press("Tab");
    assert.equal((await page.evaluate(focused)).name, "Skip to content", "the first stop skips the head");
    assert.ok((await page.evaluate(focused)).inside, "and is seen");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "content");
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => document.activeElement.closest("main") !== null), "Tab goes on inside the content");

    await page.goto("/en");
    await enterOn(page, "Read the call and apply");
    await stands(page, "Ecosystem call 2025");
    await type(page, "Total costs", "933333");
    await tabTo(page, "public");
    await page.keyboard.press("Space");
    await pressEnter(page);
    await reads(page, "€233,333.00", "#calculator");
    await tabTo(page, "How this sum is made");
    await page.keyboard.press("Enter");
    assert.ok(await page.evaluate(() => document.activeElement.parentElement.open), "Enter opens the sum");

    await enterOn(page, "Start an application");
    await enterOn(page, `Sign in ${centria}`);
    await enterOn(page, "Start an application");
    await page.locator(".v-state--draft").waitFor();
    const draft = page.url();
    await page.goto("/en/calls/2025");
    await enterOn(page, "Start an application");
    assert.equal(page.url(), draft, "the call's link opens the draft that is there");
    await enterOn(page, "Project");
    await type(page, "Name of the project", "Cathodes again");
    await type(page, "First day of the project", "2025-11-01");
    await type(page, "Last day of the project", "31.10.2027");
    await type(page, "Battery chemistry", "100");
    await pressEnter(page); // the first button of the form is the one that saves
    await stands(page, "Cathodes again");
    await enterOn(page, "Budget and funding");
    await type(page, "Staff pay", "666,666.43x");
    await pressEnter(page);
    await page.getByRole("alert").waitFor();
    await tabTo(page, (await page.getByRole("alert").getByRole("link").first().innerText()).trim());
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "pay", "the box leads to the field");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("666666.43");
    await tabTo(page, "public");
    await page.keyboard.press("Space");
    await enterOn(page, "Save and work out the plan");
    await reads(page, "€233,333.00", ".v-plan");
    await looksWell(person, "the budget in English");
    await enterOn(page, "Save and continue");
    await enterOn(page, "Check and send");
    await looksWell(person, "the check page in English");
    await enterOn(page, "Send the application");
    await page.locator(".v-state--sent").waitFor();
    await stands(page, "Application KOK-2025-001 has arrived");
    await enterOn(page, "Sign out");
    await page.getByRole("link", { name: "Sign in" }).waitFor();
    person.calm();
});

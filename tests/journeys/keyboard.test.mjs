import assert from "node:assert/strict";
import test from "node:test";
import { looksWell } from "./story/eye.mjs";
import { arrive, openBrowser, reads, stands } from "./story/person.mjs";
import { centria, whole } from "./story/steps.mjs";
import { startTown } from "./story/town.mjs";

/** What has the focus: its name, and whether a person who looks at the window can see that. */
function focused() {
    const at = document.activeElement;
    const box = at.getBoundingClientRect();
    const ringed = (element) => {
        const style = getComputedStyle(element);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    };
    const named = (at.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.innerText ?? "");
    const label = named.join(" ").trim() || (at.labels?.[0]?.innerText ?? at.innerText ?? "");
    const bottom = at.tagName === "TEXTAREA" ? box.top + 40 : box.bottom; // of a long text the browser shows the line of the caret
    const middle = document.elementFromPoint(box.left + Math.min(box.width / 2, 40), box.top + Math.min(box.height / 2, 20));
    return {
        what: at.tagName,
        name: label.trim().replace(/\s+/g, " "),
        value: at.type === "radio" ? at.value : "",
        group: at.type === "radio" ? at.name : "",
        inside: box.width > 0 && box.top >= 0 && box.left >= 0 && bottom <= innerHeight && box.right <= innerWidth,
        uncovered: middle !== null && (at.contains(middle) || middle.contains(at) || [...(at.labels ?? [])].some((l) => l.contains(middle))),
        ring: ringed(at) || (/radio|checkbox/.test(at.type) && ringed(at.closest(".ds-field"))), // ringed with its words
    };
}

/** Presses Tab until the control of this name (a radio: of this group) has the focus; at every stop the focus must be seen. */
async function tabTo(page, name) {
    const passed = [];
    for (let stops = 0; stops < 80; ++stops) {
        await page.keyboard.press("Tab");
        let at = await page.evaluate(focused);
        if (at.what === "BODY") continue; // the end of the page: the next Tab begins from the top
        if (!at.inside) {
            await page.waitForTimeout(200); // the window is still rolling
            at = await page.evaluate(focused);
        }
        assert.ok(at.inside && at.uncovered && at.ring, `the focus is not seen: ${JSON.stringify(at)} on ${page.url()}`);
        if (at.name === name || at.group === name) return;
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
/** Tab leads to the group, the arrows through it. */
async function choose(page, group, value) {
    await tabTo(page, group);
    await page.keyboard.press("Space");
    while ((await page.evaluate(focused)).value !== value) await page.keyboard.press("ArrowDown");
}
const tick = async (page, label) => {
    await tabTo(page, label);
    await page.keyboard.press("Space");
};

/** The sections from the first to the budget; Enter in a field saves and leads to the next. */
async function fillsInTheSections(page) {
    await stands(page, "Tell about the project");
    await type(page, "Public name of the project", "Cathodes again");
    await choose(page, "project_kind", "single");
    await type(page, "First day of the project", "2025-11-01");
    await type(page, "Last day of the project", "31.10.2027");
    await pressEnter(page); // the first button of the form is the one that saves
    await stands(page, "Choose theme and goals");
    await type(page, "Battery chemistry", "100");
    await tick(page, "Supporting the start of new businesses in battery chemistry");
    await enterOn(page, "Save and continue");
    await stands(page, "Write the public summary");
    await type(page, "Public summary", whole.summary.public_summary);
    await enterOn(page, "Save and continue");
    await stands(page, "Describe the need and the objectives");
    await type(page, "Need: the problem or the opportunity", whole.plan.need);
    await type(page, "Objective: what is different when the project ends", whole.plan.objective);
    await type(page, "Actions: what is done and by whom", whole.plan.actions);
    await type(page, "Outputs: what the project leaves behind", whole.plan.outputs);
    await type(page, "Effects: what follows from the outputs in the region", whole.plan.effects);
    await enterOn(page, "Save and continue");
    await stands(page, "Connect to the main funder’s application");
    await type(page, "Main funder", "Regional Council of Central Ostrobothnia");
    await pressEnter(page);
    await stands(page, "Choose the language of the decision");
    await choose(page, "decision_language", "sv");
    await choose(page, "electronic_notice", "yes");
    await enterOn(page, "Save and return to the tasks");
    await stands(page, "Cathodes again");
    await enterOn(page, "Complete the implementer’s details");
    await choose(page, "organisation_type", "university_of_applied_sciences");
    await type(page, "Postal address", whole.applicant.street);
    await type(page, "Postal code", whole.applicant.postal_code);
    await type(page, "Post town", whole.applicant.city);
    await type(page, "Account number (IBAN)", whole.applicant.iban);
    await choose(page, "vat", "cost");
    await enterOn(page, "Save and continue");
    await stands(page, "Name a contact person");
    await type(page, "Name of the contact person", whole.contact.contact_name);
    await type(page, "Telephone", whole.contact.contact_phone);
    await pressEnter(page);
}

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
    await choose(page, "applicant", "public");
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
    await enterOn(page, "Project without a name"); // the call's link lists the draft that is there
    assert.equal(page.url(), draft);
    await enterOn(page, "Tell about the project");
    await fillsInTheSections(page);
    await stands(page, "Fill in budget and funding");
    await type(page, "Staff pay 2025", "50,000x");
    await type(page, "Staff pay 2026", "333,333.43");
    await type(page, "Staff pay 2027", "283333");
    await pressEnter(page);
    await page.getByRole("alert").waitFor();
    await tabTo(page, (await page.getByRole("alert").getByRole("link").first().innerText()).trim());
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "pay.2025", "the box leads to the field");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("50000");
    await choose(page, "applicant_kind", "public");
    await enterOn(page, "Save and work out the plan");
    await reads(page, "€233,333.00", ".v-plan");
    await looksWell(person, "the budget in English");
    await enterOn(page, "Save and continue");
    await enterOn(page, "Check and send");
    await looksWell(person, "the check page in English");
    await enterOn(page, "Send the application");
    await page.locator(".v-state--sent").waitFor();
    await stands(page, "Application KOK-2025-001 has arrived");
    await tabTo(page, centria);
    await page.keyboard.press("Enter"); // the menu under the name opens
    await enterOn(page, "Sign out");
    await page.getByRole("link", { name: "Sign in" }).waitFor();
    person.calm();
});

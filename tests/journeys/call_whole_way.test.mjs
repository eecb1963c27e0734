// A call from its beginning to its extension: copied, changed, looked over, rehearsed, published, extended. Nora does it
// with the mouse in Finnish, Oskar with the keyboard alone in English; an applicant sees the new end and gets a letter.
import assert from "node:assert/strict";
import test from "node:test";
import { add, at, writeAll } from "./story/editor.mjs";
import { looksWell } from "./story/eye.mjs";
import { arrive, follow, openBrowser, press, reads, stands } from "./story/person.mjs";
import { begin, centria, chydenius, coordinator, enter } from "./story/steps.mjs";
import { startTown } from "./story/town.mjs";

/** Somebody who has begun an application in the call of this code. */
async function writes(t, browser, town, language, who, code) {
    const person = await arrive(t, browser, town, { language });
    await enter(person, who);
    await begin(person, code);
    return person;
}

/** She reads the new end on the page of the call, and the letter that told her. */
async function learns({ page, language }, code, end, why) {
    await page.goto(`/${language}/calls/${code}`);
    await reads(page, end);
    await reads(page, why);
    for (let tries = 0; tries < 40; ++tries) {
        await page.goto(`/${language}/demo/mailbox`);
        const letters = await page.locator("main").innerText();
        if (letters.includes(why)) return;
        await page.waitForTimeout(500);
    }
    assert.fail(`no letter says "${why}"`);
}

test("Nora takes a call from copy to extension with the mouse, in Finnish", async (t) => {
    const town = await startTown(t);
    const browser = await openBrowser(t);
    const nora = await arrive(t, browser, town, { language: "fi" });
    const { page, say } = nora;
    await enter(nora, coordinator);
    await page.goto("/fi/desk");
    await follow(page, say("Prepare a call"));
    await press(page, `${say("Copy")} Ekosysteemihaku 2025`);
    const draft = new URL(page.url()).pathname;

    await follow(page, say("Basics and dates"));
    await writeAll(page, {
        name: { fi: "Syyshaku 2025", sv: "Höstutlysning 2025", en: "Autumn call 2025" },
        "window.opens": "26.5.2025 9.00",
        "window.closes": "29.8.2025 16.15",
        recommended_start: "",
    });
    await press(page, say("Save and continue"));
    await stands(page, say("Pots"));
    await writeAll(page, { "pots[1].sum": "300 000" });
    await press(page, say("Save"));
    await page.goto(`${draft}/form/1`);
    await add(page, "form.sections[1].fields");
    await writeAll(page, {
        "form.sections[1].fields[5].key": "short_name",
        "form.sections[1].fields[5].label": { fi: "Hankkeen lyhenne", sv: "Projektets förkortning", en: "Short name" },
    });
    await press(page, say("Save and continue"));

    await page.goto(draft);
    await looksWell(nora, "a copied call to look over");
    await follow(page, say("Rehearse the call"));
    await reads(page, say("Everything went as it is meant to."));
    await follow(page, say("Back to the draft"));
    if (await page.locator("#seen").count()) await page.locator("#seen").check();
    await press(page, say("Publish the call"));
    await reads(page, say("This call is published."));
    await looksWell(nora, "a draft that is published");

    const frans = await writes(t, browser, town, "sv", chydenius, "2026");
    await page.goto("/fi/desk/calls");
    await press(page, `${say("Change or extend")} Syyshaku 2025`);
    const change = new URL(page.url()).pathname;
    await follow(page, say("Basics and dates"));
    await writeAll(page, {
        "window.closes": "12.9.2025 16.15",
        "revision.reason": {
            fi: "Hakuaikaa jatketaan kesälomien takia.",
            sv: "Ansökningstiden förlängs på grund av semestrarna.",
            en: "The call is open longer because of the summer holidays.",
        },
    });
    await press(page, say("Save"));
    assert.equal(await at(page, "window.extended_from").inputValue(), "29.8.2025 16.15", "the end that was");
    await page.goto(change);
    await reads(page, say("Letters"));
    if (await page.locator("#seen").count()) await page.locator("#seen").check();
    await looksWell(nora, "an extension before it is published");
    await press(page, say("Publish the change"));
    await reads(page, say("This call is published."));

    await learns(frans, "2026", "12.9.2025 kl. 16.15", "Ansökningstiden förlängs på grund av semestrarna.");
    nora.calm();
    frans.calm();
});

/** What has the focus, and whether it is inside the window with a ring around it. */
function focused() {
    const at = document.activeElement;
    const box = at.getBoundingClientRect();
    const ringed = (element) => {
        const style = element && getComputedStyle(element);
        return style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    };
    const top = at.tagName === "TEXTAREA" ? box.top + 40 : box.bottom;
    return {
        id: at.id,
        group: at.type === "radio" ? at.name : "",
        value: at.value ?? "",
        name: (at.labels?.[0]?.innerText ?? at.innerText ?? "").replace(/\s+/g, " ").trim(),
        body: at === document.body,
        inside: box.width > 0 && box.top >= 0 && box.left >= 0 && top <= innerHeight && box.right <= innerWidth,
        ring: ringed(at) || ringed(at.closest(".ds-field")),
    };
}

/** Somebody who has nothing but a keyboard: everything is found by Tab, and the focus is seen at every stop. */
function byKeyboard(page) {
    const look = async () => {
        let at = await page.evaluate(focused);
        for (let tries = 0; tries < 10 && !at.body && !(at.inside && at.ring); ++tries) {
            await page.waitForTimeout(50); // the window is still rolling
            at = await page.evaluate(focused);
        }
        assert.ok(at.body || (at.inside && at.ring), `the focus is not seen: ${JSON.stringify(at)} on ${page.url()}`);
        return at;
    };
    const tabTo = async (wanted) => {
        for (let stops = 0; stops < 250; ++stops) {
            await page.keyboard.press("Tab");
            const at = await look();
            if ([at.id, at.name, at.group].includes(wanted)) return;
        }
        assert.fail(`Tab never comes to "${wanted}" on ${page.url()}`);
    };
    const enterOn = async (name) => {
        await tabTo(name);
        await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    };
    const type = async (id, text) => {
        await tabTo(id);
        await page.keyboard.press("Control+A");
        await page.keyboard.type(text);
    };
    const tick = async (id) => {
        await tabTo(id);
        await page.keyboard.press("Space");
    };
    return { tabTo, enterOn, type, tick };
}

test("Oskar takes a call from copy to extension with the keyboard alone, in English", async (t) => {
    const town = await startTown(t);
    const browser = await openBrowser(t);
    const oskar = await arrive(t, browser, town, { language: "en" });
    const { page, say } = oskar;
    const { enterOn, type, tick } = byKeyboard(page);
    await page.goto("/en");
    await enterOn(say("Sign in"));
    await enterOn(`${say("Sign in")} ${coordinator}`);
    await enterOn(say("Desk"));
    await enterOn(say("Prepare a call"));
    await enterOn(`${say("Copy")} Ecosystem call 2025`);
    await enterOn(say("Basics and dates"));
    await type("name.fi", "Syyshaku 2025");
    await type("name.sv", "Höstutlysning 2025");
    await type("name.en", "Autumn call 2025");
    await type("recommended_start", "1.1.2026");
    await type("window.opens", "26.5.2025 9.00");
    await type("window.closes", "30.8.2025 16.15");
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]); // Enter in a field saves the page
    await stands(page, say("Basics and dates"));
    await enterOn("Autumn call 2025");
    await reads(page, "30 August 2025");
    await enterOn(`${say("Correct:")} ${say("Closes")}`);
    assert.equal(await page.evaluate(() => document.activeElement.id), "window.closes", "the link leads to the field");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("29.8.2025 16.15");
    await enterOn(say("Save"));
    await enterOn("Autumn call 2025");
    await enterOn(say("Rehearse the call"));
    await reads(page, say("Everything went as it is meant to."));
    await enterOn(say("Back to the draft"));
    await tick("seen");
    await enterOn(say("Publish the call"));
    await reads(page, say("This call is published."));

    const anna = await writes(t, browser, town, "fi", centria, "2026");
    await enterOn(say("Calls in preparation"));
    await enterOn(`${say("Change or extend")} Autumn call 2025`);
    await enterOn(say("Basics and dates"));
    await type("window.closes", "12.9.2025 16.15");
    await type("revision.reason.fi", "Hakuaikaa jatketaan kesälomien takia.");
    await type("revision.reason.sv", "Ansökningstiden förlängs på grund av semestrarna.");
    await type("revision.reason.en", "The call is open longer because of the summer holidays.");
    await enterOn(say("Save and continue"));
    await enterOn("Autumn call 2025");
    if (await page.locator("#seen").count()) await tick("seen");
    await enterOn(say("Publish the change"));
    await reads(page, say("This call is published."));
    await looksWell(oskar, "a change published by keyboard");
    await learns(anna, "2026", "12.9.2025 klo 16.15", "Hakuaikaa jatketaan kesälomien takia.");
    oskar.calm();
    anna.calm();
});

// A call that is open until its money is applied for, handled in batches: what an applicant is told at each cut-off, and how the
// office sees the batches, the order of arrival and where the pot ends.
import assert from "node:assert/strict";
import { cp, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { looksWell } from "./story/eye.mjs";
import { arrive, follow, openBrowser, plain, press, reads } from "./story/person.mjs";
import { begin, centria, chydenius, coordinator, enter, moveClock, oulu, send, writeDraft } from "./story/steps.mjs";
import { freshFolder, startTown, top } from "./story/town.mjs";

/** A copy of Kokkola's programme whose call has two cut-offs, no end, and 1.2 million euros in its pot. */
async function programmeInBatches(t) {
    const folder = path.join(await freshFolder(t), "kokkola");
    await cp(path.join(top, "programmes/kokkola"), folder, { recursive: true });
    const file = path.join(folder, "calls/2025.toml");
    let call = await readFile(file, "utf8");
    for (const [there, instead] of [
        ['kind = "fixed"', 'kind = "continuous"\norder = "arrival"\nuntil_pot_empty = true'],
        ["closes = 2025-06-02T16:15:00", "cut_offs = [2025-05-30T16:15:00, 2025-06-02T16:15:00]"],
        ['keys = ["window.opens", "window.closes"]', 'keys = ["window.opens"]'],
        ["sum = 560_000", "sum = 1_200_000"],
    ]) {
        assert.ok(call.includes(there), there);
        call = call.replace(there, instead);
    }
    await writeFile(file, call);
    return folder;
}

const first = "pe 30.5.2025 klo 16.15", second = "ma 2.6.2025 klo 16.15";
const rows = (page) => page.locator("section:has(> #list) tbody tr:has(th)");

test("A call in batches says by which cut-off one is handled, and the desk shows each batch and where the pot ends", async (t) => {
    const town = await startTown(t, { more: ["--programme", await programmeInBatches(t)] });
    const browser = await openBrowser(t);
    const aino = await arrive(t, browser, town, { language: "fi" });
    const { page, say } = aino;
    const handled = say("What is sent by {0} is handled in that batch. The next cut-off is {1}.", first, second);

    await page.goto("/fi/calls/2025");
    await reads(page, handled);
    await reads(page, say("{0} of {1} has been applied for.", "0 €", "1 200 000 €"));
    await looksWell(aino, "the page of a call in batches");
    await page.goto("/fi");
    await reads(page, say("Open until the money runs out"));
    await looksWell(aino, "the front page with a call without end");

    await enter(aino, centria);
    const early = await writeDraft(aino, { title: "Ensimmäisessä erässä" });
    await reads(page, handled, ".v-state");
    await looksWell(aino, "the task list of a call in batches");
    await page.goto(`${early}/check`);
    await reads(page, handled);
    await looksWell(aino, "the check page of a call in batches");
    await send(aino, early);
    await reads(page, say("It is handled in the batch of {0}.", first), ".v-state");
    await reads(page, say("The cut-off of its batch is {0}", first));
    await looksWell(aino, "the receipt of a call in batches");
    await page.goto("/fi/demo/mailbox");
    await reads(page, say("It is handled in the batch of {0}.", first));

    const karin = await arrive(t, browser, town, { language: "sv" });
    await enter(karin, chydenius);
    await send(karin, await writeDraft(karin, { title: "I samma omgång" }));
    await karin.page.goto("/sv/calls/2025");
    await reads(karin.page, karin.say("{0} of {1} has been applied for.", "1 120 000 €", "1 200 000 €"));
    await looksWell(karin, "the page of a call in Swedish, nearly all applied for");

    await page.goto("/fi");
    await moveClock(aino, "last-hour");
    await page.goto(`${early}/receipt`);
    const over = say("The cut-off of its batch was {0}. What was sent stands and can no longer be changed; it can be withdrawn.", first);
    await reads(page, over);
    await looksWell(aino, "the receipt after the cut-off of its batch");

    const oliver = await arrive(t, browser, town, { language: "en" });
    await enter(oliver, oulu);
    const late = await writeDraft(oliver, { title: "In the second batch" });
    await reads(oliver.page, "Open until the money runs out. What is sent by", ".v-state");
    await reads(oliver.page, "The cut-off after it has not been set yet.", ".v-state");
    await send(oliver, late);
    const without = await begin(karin); // whoever has not sent by now comes too late
    await oliver.page.goto("/en/calls/2025");
    await reads(oliver.page, oliver.say("The money has been applied for: the call takes no more applications."));
    await reads(oliver.page, oliver.say("{0} of {1} has been applied for.", "€1,680,000", "€1,200,000"));
    assert.equal(await oliver.page.getByRole("link", { name: oliver.say("Start an application") }).count(), 0);
    await looksWell(oliver, "the page of a call whose money is applied for");
    await karin.page.goto(`${without}/check`);
    assert.match(plain(await karin.page.locator("main").innerText()), /1 200 000,00 €/, "the money is applied for");

    const official = await arrive(t, browser, town, { language: "fi" });
    await enter(official, coordinator);
    await moveClock(official, "after-deadline");
    await official.page.goto("/fi/desk/calls/2025");
    const batches = official.page.locator("section:has(> #batches) tbody tr");
    assert.equal(await batches.count(), 3, "the one that is open now, and both before it");
    const figures = (await batches.allInnerTexts()).map(plain);
    assert.match(figures[0], /^Erä 3.* 0 0,00 €/);
    assert.match(figures[1], /^Erä 2.* 1 560 000,00 €/);
    assert.match(figures[2], /^Erä 1.* 2 1 120 000,00 €/);
    const ends = plain(say("The pot of {0} ends here. Up to this place {1} has been applied for.", "1 200 000 €", "1 680 000,00 €"));
    assert.equal(plain(await official.page.locator(".v-pot-ends").innerText()), ends);
    assert.equal(await rows(official.page).count(), 3);
    await looksWell(official, "the desk's page of a call in batches");

    await follow(official.page, plain(say("Batch {0}, by {1}", 2, second)));
    assert.equal(await rows(official.page).count(), 1);
    assert.match(plain(await rows(official.page).first().innerText()), /^3 KOK-2025-003/, "its place among all");
    await looksWell(official, "one batch of a call");
    const [file] = await Promise.all([official.page.waitForEvent("download"), official.page.getByRole("button", { name: "CSV" }).click()]);
    const csv = await readFile(await file.path(), "utf8");
    assert.equal(csv.trim().split("\r\n").length, 2, "the export holds what is chosen");
    assert.ok(plain(csv).includes(plain(say("Batch {0}, by {1}", 2, second))), csv);

    for (const person of [aino, karin, oliver, official]) person.calm();
});

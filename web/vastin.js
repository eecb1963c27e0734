// Comfort for signed-in pages; everything works without it. A form with data-autosave is saved while one types, what is
// typed is kept in this browser until the server has it, and sums that the server works out are shown at once.
"use strict";
(() => {
  const meant = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (meant && meant.matches("input, select, textarea")) meant.focus(); // a row that was just added
  else document.querySelector(".v-error-box")?.focus();

  const form = document.querySelector("form[data-autosave]");
  if (!form) return;
  const words = form.dataset;
  const status = document.querySelector(".v-saved");
  const version = form.elements.namedItem("version");
  const place = "vastin " + words.account + " " + location.pathname + location.search.replace(/[?&]checked=1/, "");
  const pause = 1200; // ms without a key before it is saved
  let timer = 0;
  let saving = null;
  let dirty = false;
  let stopped = false; // somebody else changed it, or it was sent: only the button tells what to do

  const tick = status?.querySelector("svg");
  const say = (text, saved = false) => {
    if (!status) return;
    status.textContent = text;
    if (saved && tick) status.prepend(tick);
  };
  const kept = ["form_secret", "version", "part", "asked"];
  const typed = () => [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !kept.includes(name));

  // `posted`: it is on its way; a newer version on the page that comes next tells that it arrived
  function remember(posted = false) {
    try {
      localStorage.setItem(place, JSON.stringify({ version: version.value, fields: typed(), posted }));
    } catch { /* no room or not allowed: the server still gets it */ }
  }
  function forget() {
    try {
      localStorage.removeItem(place);
    } catch { /* as above */ }
  }

  // what this browser kept when the server could not be reached
  function bringBack() {
    let found = null;
    try {
      found = JSON.parse(localStorage.getItem(place));
    } catch { /* nothing that can be read */ }
    const arrived = found?.posted && Number(found.version) < Number(version.value);
    if (!found || arrived || JSON.stringify(found.fields) === JSON.stringify(typed())) return forget();
    for (const box of form.querySelectorAll("input[type=checkbox], input[type=radio]")) {
      box.checked = found.fields.some(([name, value]) => name === box.name && value === box.value);
    }
    for (const [name, value] of found.fields) {
      const field = form.elements.namedItem(name);
      if (field && "value" in field && !["checkbox", "radio"].includes(field.type)) field.value = value;
    }
    version.value = found.version; // when somebody else saved meanwhile, the server shows both texts
    say(words.back);
    changed();
  }

  // an answer may make the page ask more, or less; what stands there already is left alone
  function askAnew(now) {
    const keyOf = (one) => one.id || one.querySelector("[id]")?.id;
    const fields = (of) => [...of.children].filter((one) => one.type !== "hidden" && keyOf(one));
    const there = new Map(fields(form).map((one) => [keyOf(one), one]));
    const asked = fields(now);
    let before = form.elements.namedItem("part");
    for (const one of asked) {
      const old = there.get(keyOf(one));
      if (!old) before.after(one);
      before = old ?? one;
    }
    form.elements.namedItem("asked").value = now.elements.namedItem("asked").value;
    const keys = new Set(asked.map(keyOf));
    for (const [key, one] of there) if (!keys.has(key) && !one.contains(document.activeElement)) one.remove();
  }

  async function showSums() {
    if (!("computes" in words) && !("asks" in words)) return;
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = fresh.querySelector("form[data-autosave]");
    if ("asks" in words && now) askAnew(now);
    for (const old of document.querySelectorAll("[data-computed]")) {
      const now = fresh.querySelector(`[data-computed="${old.dataset.computed}"]`);
      if (!now) continue;
      const open = [...old.querySelectorAll("details")].map((one) => one.open);
      old.replaceWith(now);
      [...now.querySelectorAll("details")].forEach((one, at) => (one.open = open[at] ?? one.open));
    }
  }

  async function save(last = false) {
    clearTimeout(timer);
    if (!dirty || stopped) return;
    dirty = false;
    if (last) remember(true);
    say(words.saving);
    let answer;
    try {
      answer = await fetch(form.action, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        headers: { "X-Vastin-Autosave": "1", Accept: "application/json" },
        redirect: "manual",
        keepalive: last,
      });
    } catch {
      dirty = true;
      timer = setTimeout(start, 5000);
      return say(words.offline);
    }
    const json = (answer.headers.get("Content-Type") ?? "").startsWith("application/json");
    const told = json ? await answer.json() : {};
    if (answer.ok && json) {
      version.value = told.version;
      if (dirty) remember();
      else forget();
      say(told.saved, true);
      return showSums().catch(() => {});
    }
    dirty = true;
    if (answer.status === 503 || answer.status === 429) {
      timer = setTimeout(start, 5000);
      return say(words.offline);
    }
    stopped = true;
    say(told.why ?? words.ended);
  }
  function start() {
    saving ??= save().finally(() => (saving = null));
    return saving;
  }
  function changed() {
    dirty = true;
    remember();
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(start, pause);
  }

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  window.addEventListener("online", () => dirty && start());
  window.addEventListener("pagehide", () => dirty && !saving && save(true));
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (saving) {
      // the version that the running save brings belongs to this post, too
      event.preventDefault();
      const button = event.submitter;
      saving.finally(() => form.requestSubmit(button));
      return;
    }
    if (dirty) remember(true);
    dirty = false; // the post carries everything
  });
  // signing out takes along what this browser keeps, so what was typed goes to the server first
  let leaving = false;
  for (const out of document.querySelectorAll('form[action$="/sign-out"]')) {
    out.addEventListener("submit", async (event) => {
      if (leaving || stopped || !(dirty || saving)) return;
      event.preventDefault();
      leaving = true; // when it could not be saved, the state line says so, and a second press leaves all the same
      await saving;
      if (dirty) await start();
      if (!dirty) out.submit();
    });
  }
  bringBack();

  // a long text tells when the letters begin to run out, and not at every key
  for (const text of form.querySelectorAll("textarea[data-letters]")) {
    const most = Number(text.dataset.letters);
    const told = document.createElement("p");
    told.className = "v-meta";
    told.setAttribute("role", "status");
    text.after(told);
    let later = 0;
    const count = () => {
      const left = most - [...text.value].length;
      told.textContent = left > most / 5 ? "" : left < 0 ? `${words.over} ${-left}` : `${words.left} ${left}`;
    };
    text.addEventListener("input", () => {
      clearTimeout(later);
      later = setTimeout(count, 600);
    });
    count();
  }
})();

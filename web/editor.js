// The editor of calls: elements of a list are dragged to their place, and a file is read into its text. Everything works
// without it: by the buttons, and by pasting.
"use strict";
(() => {
  const form = document.querySelector("form[data-editing]");
  // after a move the page comes anew: the moved thing has the focus again, and its new place is told
  if (form && location.search.includes("moved=")) {
    const moved = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const way = new URLSearchParams(location.search).get("way");
    const deeds = moved?.querySelector(".v-element__deeds");
    const button = deeds?.querySelector(`[data-way="${way === "up" ? "up" : "down"}"]`) ?? deeds?.querySelector("button");
    // behind the browser, which gives the focus to what stands behind "#"
    addEventListener("load", () => setTimeout(() => (button ?? moved)?.focus({ preventScroll: true }), 0));
    const told = document.querySelector("[data-moved]");
    const text = told?.textContent.trim();
    if (text) {
      told.firstElementChild.textContent = "";
      setTimeout(() => (told.firstElementChild.textContent = text), 100);
    }
  }

  for (const list of document.querySelectorAll("[data-sortable]")) {
    let dragged = null;
    const items = [...list.children];
    if (items.length < 2) continue;
    for (const item of items) {
      const grip = document.createElement("span");
      grip.className = "v-element__grip";
      grip.draggable = true;
      grip.setAttribute("aria-hidden", "true");
      grip.textContent = "\u2630";
      item.querySelector(".v-element__deeds")?.prepend(grip);
      grip.addEventListener("dragstart", (event) => {
        dragged = item;
        item.classList.add("is-dragged");
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", item.id);
        event.dataTransfer.setDragImage(item, 0, 0);
      });
      grip.addEventListener("dragend", () => {
        dragged = null;
        for (const one of items) one.classList.remove("is-dragged", "is-target");
      });
      item.addEventListener("dragover", (event) => {
        if (!dragged) return;
        event.preventDefault();
        for (const one of items) one.classList.toggle("is-target", one === item && one !== dragged);
      });
      item.addEventListener("drop", (event) => {
        if (!dragged) return;
        event.preventDefault();
        event.stopPropagation();
        if (dragged === item) return;
        const button = document.createElement("button");
        button.name = "do";
        button.value = ["move", list.dataset.sortable, dragged.dataset.position, item.dataset.position].join(":");
        button.hidden = true;
        form.append(button);
        form.requestSubmit(button);
      });
    }
  }

  const from = document.querySelector("form[data-file-form]");
  const place = from?.querySelector("[data-file-field]");
  if (place) {
    place.hidden = false;
    place.querySelector("input").addEventListener("change", async (event) => {
      const file = event.target.files[0];
      if (!file || file.size > 1024 * 1024) return;
      from.elements.namedItem("file").value = await file.text();
      from.elements.namedItem("name").value = file.name;
    });
  }
})();

// What pages do better with a script. All of them work without.

"use strict";

(() => {
  const exact = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

  /** Times in the reader's own zone. */
  const localize = (root) => {
    for (const time of root.querySelectorAll("time[datetime]")) {
      const at = new Date(time.dateTime);
      if (!Number.isNaN(at.getTime())) {
        time.title = exact.format(at);
        if (time.dataset.show === "exact") {
          time.textContent = exact.format(at);
        }
      }
    }
  };

  /** What is wrong comes first. */
  const focusFirstError = (root) => {
    const wrong = root.querySelector("[aria-invalid=true]") ?? root.querySelector("[role=alert][tabindex]");
    wrong?.focus();
  };

  /** The secret of a link stands behind the #, which browsers send to nobody. It goes into the form, and out of the address bar. */
  const takeSecret = () => {
    const field = document.querySelector("input[data-secret]");
    const secret = location.hash.slice(1);
    if (!field || !secret || document.getElementById(secret)) {
      return;
    }
    field.value = secret;
    history.replaceState(null, "", location.pathname + location.search);
    field.closest("[data-secret-field]")?.setAttribute("hidden", "");
    const form = field.form;
    if (form.dataset.send === "at-once") {
      form.requestSubmit();
    }
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) {
      const source = document.getElementById(button.dataset.copy);
      const done = () => {
        const said = button.dataset.copied;
        if (said) {
          button.querySelector("[data-copy-word]").textContent = said;
        }
      };
      navigator.clipboard?.writeText(source.value ?? source.textContent).then(done, () => source.select?.());
    }
    for (const open of document.querySelectorAll("details.account[open], details.burger[open], details.drop[open]")) {
      if (!open.contains(event.target)) {
        open.open = false;
      }
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const open = event.target.closest?.("details.account[open], details.burger[open], details.drop[open]");
      if (open) {
        open.open = false;
        open.querySelector("summary").focus();
      }
    }
  });

  // One box ticks all others of a name.
  document.addEventListener("change", (event) => {
    const name = event.target.dataset?.all;
    for (const box of name ? event.target.form.querySelectorAll(`input[name="${CSS.escape(name)}"]`) : []) {
      box.checked = event.target.checked;
    }
  });

  // What is opened beside a list is marked in it.
  document.addEventListener("htmx:afterRequest", (event) => {
    const link = event.detail.elt;
    if (link.matches?.(".row-link") && event.detail.successful) {
      document.querySelectorAll(".row-link[aria-current]").forEach((other) => other.removeAttribute("aria-current"));
      link.setAttribute("aria-current", "true");
    }
  });

  // A picture that is chosen is shown before it is sent. Only pictures that come with the page may have an address, so it comes as data.
  document.addEventListener("change", (event) => {
    const place = document.querySelector(`[data-preview-of="${CSS.escape(event.target.id ?? "")}"] .picture`);
    const file = event.target.files?.[0];
    if (!place || !file) {
      return;
    }
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      const shown = place.querySelector("img") ?? place.appendChild(new Image());
      shown.alt = "";
      shown.src = reader.result;
    });
    reader.readAsDataURL(file);
  });

  document.addEventListener("htmx:load", (event) => localize(event.detail.elt));
  document.addEventListener("htmx:afterSwap", (event) => focusFirstError(event.detail.elt));
  document.addEventListener("htmx:configRequest", (event) => {
    const token = document.querySelector("input[name=csrfmiddlewaretoken]");
    if (token) {
      event.detail.headers["X-CSRFToken"] = token.value;
    }
  });

  // A picture that cannot be shown leaves the initials.
  document.addEventListener("error", (event) => {
    if (event.target.matches?.(".picture img")) {
      event.target.remove();
    }
  }, true);

  addEventListener("hashchange", takeSecret);
  document.documentElement.classList.add("scripted");
  localize(document);
  takeSecret();
  focusFirstError(document);
})();

(() => {
  "use strict";
  const all = (selector, under = document) => [...under.querySelectorAll(selector)];
  const one = (selector, under = document) => under.querySelector(selector);
  const notes = all(".note[data-fingerprint]");
  const panel = one(".decisions");
  if (!panel || !notes.length) return;
  panel.hidden = false;

  // Decisions by fingerprint: equal findings share one. Kept in the browser until they are saved as a file, where it allows that.
  const key = "leaflint:" + all(".document").map((page) => one(".signoff code", page).textContent).join(" ");
  let decided = new Map();
  try { decided = new Map(JSON.parse(localStorage.getItem(key) || "[]")); } catch { /* no storage for this file */ }
  const keep = () => { try { localStorage.setItem(key, JSON.stringify([...decided])); } catch { /* no storage */ } };

  const show = () => {
    let lacking = 0;
    for (const note of notes) {
      const made = decided.get(note.dataset.fingerprint);
      const [label, reason] = [one(".reason", note), one(".reason input", note)];
      for (const button of all("[data-decision]", note)) button.setAttribute("aria-pressed", String(made?.decision === button.dataset.decision));
      note.classList.toggle("dismiss", made?.decision === "dismiss");
      note.classList.toggle("lacks", made?.decision === "dismiss" && !made.reason.trim());
      label.hidden = !made;
      one(".ask", note).textContent = made?.decision === "dismiss" ? "Reason (needed)" : "Reason";
      if (made && reason.value !== made.reason) reason.value = made.reason;
    }
    for (const made of decided.values()) lacking += made.decision === "dismiss" && !made.reason.trim();
    const seen = notes.filter((note) => note.offsetParent).length;
    const parts = [`${seen === notes.length ? seen : `${seen} of ${notes.length}`} findings`];
    if (decided.size) parts.push(`${decided.size} decided`);
    if (lacking) parts.push(`${lacking} without a reason`);
    one("output", panel).textContent = parts.join(" · ");
  };

  const decide = (note, decision) => {
    const name = note.dataset.fingerprint, made = decided.get(name);
    if (made?.decision === decision) decided.delete(name);
    else decided.set(name, { decision, reason: made?.reason || "" });
    keep(); show();
    if (decided.get(name)?.decision === "dismiss") one(".reason input", note).focus();
  };

  const today = () => { const now = new Date(); return new Date(now - now.getTimezoneOffset() * 6e4).toISOString().slice(0, 10); };
  const field = (note, name) => one(`.signoff [name=${name}]`, note.closest(".document") || document)?.value.trim() || "";
  const toml = (text) => JSON.stringify(text.replace(/\p{Surrogate}/gu, "\ufffd")).replaceAll("\x7f", "\\u007f");

  const save = () => {
    const bare = notes.find((note) => note.classList.contains("lacks"));
    if (bare) { go(bare); one(".reason input", bare).focus(); return; }
    const lines = ['schema = "leaflint-decisions/1"'], done = new Set();
    for (const page of all(".document")) {
      const said = all(".signoff input, .signoff textarea", page).filter((input) => input.value.trim() && (input.type !== "radio" || input.checked));
      for (const input of said) lines.push(`# ${input.name}: ${input.value.trim().replace(/[\0-\x1f\x7f]+/g, " ")}`);
    }
    for (const note of notes) {
      const name = note.dataset.fingerprint, made = decided.get(name);
      if (!made || done.has(name)) continue;
      done.add(name);
      const values = { fingerprint: name, path: note.dataset.path, part: note.dataset.part, rule: note.dataset.rule, quote: note.dataset.quote,
        decision: made.decision, reason: made.reason.trim(), by: field(note, "by"), date: field(note, "date") || today() };
      lines.push("", "[[decision]]", ...Object.entries(values).map(([label, value]) => `${label} = ${toml(value)}`));
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([lines.join("\n") + "\n"], { type: "application/toml" }));
    link.download = "decisions.toml";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  let current = null;
  const go = (note) => {
    if (!note) return;
    current?.classList.remove("current");
    all(".here").forEach((word) => word.classList.remove("here"));
    current = note;
    note.classList.add("current");
    note.focus({ preventScroll: true });
    note.scrollIntoView({ block: "center" });
    all(`[data-n="${note.id}"]`).forEach((word) => word.classList.add("here"));
  };
  const step = (by) => {
    const seen = notes.filter((note) => note.offsetParent);
    const at = seen.indexOf(current);
    go(seen[at < 0 ? (by > 0 ? 0 : seen.length - 1) : Math.max(0, Math.min(seen.length - 1, at + by))]);
  };
  const help = () => one("dialog").showModal();
  const actions = { next: () => step(1), previous: () => step(-1), save, help };

  const template = one("#decide");
  for (const note of notes) {
    const [decide, reason] = template.content.cloneNode(true).children;
    one("details", note).before(decide);
    note.append(reason);
  }
  document.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-decision], [data-do]");
    if (pressed?.dataset.decision) decide(pressed.closest(".note"), pressed.dataset.decision);
    if (pressed?.dataset.do) actions[pressed.dataset.do]();
  });
  document.addEventListener("input", (event) => {
    const made = event.target.closest(".reason") && decided.get(event.target.closest(".note").dataset.fingerprint);
    if (made) { made.reason = event.target.value; keep(); show(); }
    if (event.target.closest(".tools")) show();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, dialog")) {
      if (event.key === "Escape") event.target.closest(".note")?.focus();
      return;
    }
    const marked = current && current === document.activeElement ? current : null;
    const keys = { j: actions.next, k: actions.previous, s: save, "?": help };
    if (marked) Object.assign(keys, { a: () => decide(marked, "accept"), d: () => decide(marked, "dismiss"), Enter: () => one("details", marked).toggleAttribute("open") });
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
  const aim = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target?.classList.contains("note")) go(target);
    else {
      all(".here").forEach((word) => word.classList.remove("here"));
      if (target) all(`[data-c~="${target.id}"]`).forEach((word) => word.classList.add("here"));
    }
  };
  addEventListener("hashchange", aim);
  addEventListener("beforeprint", () => all(".note details").forEach((details) => { details.open = true; }));
  show(); aim();
})();

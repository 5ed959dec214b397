"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const $ = (id) => document.getElementById(id);
  const step = 200;
  const order = data.verdicts;
  // t gives a sentence in the language of the page, its {0}, {1} filled in.
  const t = (text, ...args) => (data.words[text] || text).replace(/\{(\d)\}/g, (_, i) => args[i]);
  const vendor = (id) => data.vendors[id] || id || t("not known");
  const words = (verdict) => t(verdict.replace(/-/g, " "));

  // A row is what the table sorts, searches and filters by.
  const rows = data.resources.map(([address, belief, file, line, findings]) => {
    const b = data.beliefs[belief];
    const countries = [...new Set(b.sites.map((s) => s.country || t("not known")))];
    const vendors = [...new Set(b.sites.map((s) => s.operator || b.vendor).concat(b.sites.length ? [] : [b.vendor]))].map(vendor);
    return {
      address, b, file, line, findings, vendors, countries,
      vendor: vendors.join(", "), country: (countries.length ? countries : [t("not known")]).join(", "),
      class: b.assumed ? t("{0} (assumed)", b.class) : b.class, verdict: order.indexOf(b.verdict),
      text: [address, b.type, b.input, ...vendors, ...countries, b.class, b.verdict, words(b.verdict), ...b.sites.map((s) => s.region)].join("\n").toLowerCase(),
    };
  });

  let shown = rows, drawn = 0, by = "verdict", down = false;

  const make = (name, text, className) => {
    const e = document.createElement(name);
    if (text !== undefined) e.textContent = text;
    if (className) e.className = className;
    return e;
  };
  const badge = (verdict) => make("span", words(verdict) || t("not known"), "badge v-" + (order.includes(verdict) ? verdict : "undetermined"));
  const at = (file, line) => (line > 0 ? ` (${file}:${line})` : "");

  const options = (id, title, values) => {
    const select = $(id);
    select.append(new Option(title, ""));
    for (const v of [...new Set(values)].sort()) select.append(new Option(v, v));
  };

  const row = (r, i) => {
    const tr = make("tr");
    const head = make("th");
    head.scope = "row";
    const button = make("button", r.address, "open");
    button.type = "button";
    button.setAttribute("aria-expanded", "false");
    button.dataset.row = i;
    head.append(button);
    const verdict = make("td");
    verdict.append(badge(r.b.verdict));
    tr.append(head, make("td", r.vendor), make("td", r.country), make("td", r.class), verdict, make("td", String(r.findings.length), "num"));
    return tr;
  };

  const draw = (upTo) => {
    const part = document.createDocumentFragment();
    const end = Math.min(upTo, shown.length);
    for (; drawn < end; drawn++) part.append(row(shown[drawn], drawn));
    $("rows").append(part);
    $("more").hidden = drawn >= shown.length;
    $("shown").textContent = drawn < shown.length ? t("{0} of {1} resources, the first {2} drawn", shown.length, rows.length, drawn) : t("{0} of {1} resources", shown.length, rows.length);
  };

  const list = (title, items, kind = "ul") => {
    if (!items.length) return [];
    const ul = make(kind);
    for (const item of items) {
      const li = make("li");
      li.append(...item);
      ul.append(li);
    }
    return [make("h3", title), ul];
  };

  const source = (why) => {
    const out = [why.claim + at(why.file, why.line)];
    if (why.source) out.push(make("span", " " + t("Source: {0}", why.source), "means"));
    if (/^https:\/\//.test(why.url || "")) {
      const a = make("a", why.url);
      a.href = why.url;
      a.rel = "noreferrer noopener";
      out.push(" ", a);
    }
    return out;
  };

  const chain = (r) => {
    const b = r.b, td = make("td");
    td.colSpan = 6;
    td.append(make("p", [b.type, b.action, b.provider, b.service && t("service {0}", b.service), b.holds && t("holds: {0}", b.holds), b.input && t("in {0}", b.input)].filter(Boolean).join("; ") + at(r.file, r.line)));
    td.append(...list(t("Places"), b.sites.map((s) => [
      t("{0}: {1}", s.role || t("place"), [vendor(s.operator || b.vendor), s.region || t("region not known"), s.country || t("country not known"),
        s.offer ? t("offer {0}", s.offer) : t("no qualified offer"), s.certainty].join(", ")) + " ", badge(s.verdict || b.verdict)])));
    td.append(...list(t("Not known"), b.questions.map((q) => [t("{0}; to settle it: {1}", q.what, q.settle)])));
    td.append(...list(t("Findings"), r.findings.map(([cause, waiver, file, line]) => {
      const c = data.causes[cause], w = data.waivers[waiver];
      const out = [make("span", t(c.level), "badge l-" + c.level), " " + t("{0}: {1}", `${c.rule} ${c.name}`, `${c.message}${at(file, line)}. `)];
      if (c.hint) out.push(t("What to do: {0}. ", c.hint));
      if (c.clauses.length) out.push(t("Clause: {0}. ", c.clauses.join("; ")));
      if (w) out.push(make("b", t("Waived by {0} until {1}: {2}", w.id, w.until, w.reason)));
      return out;
    })));
    td.append(...list(t("Why"), b.why.map((i) => source(data.whys[i])), "ol"));
    const tr = make("tr", undefined, "more");
    tr.append(td);
    return tr;
  };

  const compare = (a, b) => {
    let x = a[by], y = b[by];
    if (by === "findings") [x, y] = [a.findings.length, b.findings.length];
    const c = typeof x === "number" ? x - y : x < y ? -1 : x > y ? 1 : 0;
    return (down ? -c : c) || (a.address < b.address ? -1 : a.address > b.address ? 1 : 0);
  };

  const apply = () => {
    const needle = $("q").value.trim().toLowerCase();
    const v = $("f-vendor").value, c = $("f-country").value, k = $("f-class").value, d = $("f-verdict").value;
    shown = rows.filter((r) => (!needle || r.text.includes(needle)) && (!v || r.vendors.includes(v)) &&
      (!c || r.countries.includes(c) || (c === t("not known") && !r.countries.length)) && (!k || r.b.class === k) && (!d || words(r.b.verdict) === d));
    shown.sort(compare);
    drawn = 0;
    $("rows").replaceChildren();
    draw(step);
    for (const b of document.querySelectorAll("[data-sort]")) {
      b.parentElement.setAttribute("aria-sort", b.dataset.sort === by ? (down ? "descending" : "ascending") : "none");
    }
  };

  options("f-vendor", t("all"), rows.flatMap((r) => r.vendors));
  options("f-country", t("all"), rows.flatMap((r) => (r.countries.length ? r.countries : [t("not known")])));
  options("f-class", t("all"), rows.map((r) => r.b.class));
  options("f-verdict", t("all"), rows.map((r) => words(r.b.verdict)));
  $("filters").hidden = false;
  $("table").hidden = false;

  let wait = 0;
  $("filters").addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(apply, 80);
  });
  $("filters").addEventListener("reset", () => setTimeout(apply));
  $("filters").addEventListener("submit", (e) => e.preventDefault());
  for (const b of document.querySelectorAll("[data-sort]")) {
    b.addEventListener("click", () => {
      down = by === b.dataset.sort ? !down : b.dataset.sort === "findings";
      by = b.dataset.sort;
      apply();
    });
  }
  $("rows").addEventListener("click", (e) => {
    const button = e.target.closest("button.open");
    if (!button) return;
    const tr = button.closest("tr"), open = button.getAttribute("aria-expanded") === "true";
    if (open) tr.nextElementSibling.remove();
    else tr.after(chain(shown[button.dataset.row]));
    button.setAttribute("aria-expanded", String(!open));
  });
  $("more").addEventListener("click", () => draw(drawn + step));
  if ("IntersectionObserver" in window) {
    new IntersectionObserver((seen) => seen.some((s) => s.isIntersecting) && draw(drawn + step), { rootMargin: "600px" }).observe($("more"));
  }

  // Paper shows all that is selected, and every cause opened.
  let closed = [];
  addEventListener("beforeprint", () => {
    draw(Infinity);
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const d of closed) d.open = true;
  });
  addEventListener("afterprint", () => {
    for (const d of closed) d.open = false;
  });

  apply();
})();

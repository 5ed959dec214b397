"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const $ = (id) => document.getElementById(id);
  const step = 200;
  const order = data.verdicts;
  const vendor = (id) => data.vendors[id] || id || "not known";
  const words = (verdict) => verdict.replace(/-/g, " ");

  // A row is what the table sorts, searches and filters by.
  const rows = data.resources.map(([address, belief, file, line, findings]) => {
    const b = data.beliefs[belief];
    const countries = [...new Set(b.sites.map((s) => s.country || "not known"))];
    const vendors = [...new Set(b.sites.map((s) => s.operator || b.vendor).concat(b.sites.length ? [] : [b.vendor]))].map(vendor);
    return {
      address, b, file, line, findings, vendors, countries,
      vendor: vendors.join(", "), country: (countries.length ? countries : ["not known"]).join(", "),
      class: b.class + (b.assumed ? " (assumed)" : ""), verdict: order.indexOf(b.verdict),
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
  const badge = (verdict) => make("span", words(verdict) || "not known", "badge v-" + (order.includes(verdict) ? verdict : "undetermined"));
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
    $("shown").textContent = `${shown.length} of ${rows.length} resources` + (drawn < shown.length ? `, the first ${drawn} drawn` : "");
  };

  const list = (title, items) => {
    if (!items.length) return [];
    const ul = make(title === "Why" ? "ol" : "ul");
    for (const item of items) {
      const li = make("li");
      li.append(...item);
      ul.append(li);
    }
    return [make("h3", title), ul];
  };

  const source = (why) => {
    const out = [why.claim + at(why.file, why.line)];
    if (why.source) out.push(make("span", " Source: " + why.source, "means"));
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
    td.append(make("p", [b.type, b.action, b.provider, b.service && "service " + b.service, b.holds && "holds: " + b.holds, b.input && "in " + b.input].filter(Boolean).join("; ") + at(r.file, r.line)));
    td.append(...list("Places", b.sites.map((s) => [
      `${s.role || "place"}: ${vendor(s.operator || b.vendor)}, ${s.region || "region not known"}, ${s.country || "country not known"}, ` +
        `${s.offer ? "offer " + s.offer : "no qualified offer"}, ${s.certainty} `, badge(s.verdict || b.verdict)])));
    td.append(...list("Not known", b.questions.map((q) => [`${q.what}; to settle it: ${q.settle}`])));
    td.append(...list("Findings", r.findings.map(([cause, waiver, file, line]) => {
      const c = data.causes[cause], w = data.waivers[waiver];
      const out = [make("span", c.level, "badge l-" + c.level), ` ${c.rule} ${c.name}: ${c.message}${at(file, line)}. `];
      if (c.hint) out.push(`What to do: ${c.hint}. `);
      if (c.clauses.length) out.push(`Clause: ${c.clauses.join("; ")}. `);
      if (w) out.push(make("b", `Waived by ${w.id} until ${w.until}: ${w.reason}`));
      return out;
    })));
    td.append(...list("Why", b.why.map((i) => source(data.whys[i]))));
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
      (!c || r.countries.includes(c) || (c === "not known" && !r.countries.length)) && (!k || r.b.class === k) && (!d || words(r.b.verdict) === d));
    shown.sort(compare);
    drawn = 0;
    $("rows").replaceChildren();
    draw(step);
    for (const b of document.querySelectorAll("[data-sort]")) {
      b.parentElement.setAttribute("aria-sort", b.dataset.sort === by ? (down ? "descending" : "ascending") : "none");
    }
  };

  options("f-vendor", "all", rows.flatMap((r) => r.vendors));
  options("f-country", "all", rows.flatMap((r) => (r.countries.length ? r.countries : ["not known"])));
  options("f-class", "all", rows.map((r) => r.b.class));
  options("f-verdict", "all", rows.map((r) => words(r.b.verdict)));
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

// Tables and queries in this browser: DuckDB is loaded with the first question, a table when a question names it.
import { AsyncDuckDB, VoidLogger } from "./duckdb.js";

const given = JSON.parse(document.getElementById("given").textContent);
const [sql, start, run, status, rows, save] = ["sql", "start", "run", "status", "rows", "save"].map((id) => document.getElementById(id));
const SHOWN = 200;
const loaded = new Set();
let opening;

async function open() {
  const db = new AsyncDuckDB(new VoidLogger(), new Worker("sql/duckdb-browser-eh.worker.js"));
  await db.instantiate(new URL("sql/duckdb-eh.wasm", location.href).href);
  const connection = await db.connect();
  // Nothing is fetched from elsewhere.
  await connection.query("set autoinstall_known_extensions = false; set autoload_known_extensions = false");
  return { db, connection };
}

async function load({ db, connection }, name) {
  const answer = await fetch(`tables/${name}.csv`);
  if (!answer.ok) throw new Error(await answer.text());
  await db.registerFileBuffer(`${name}.csv`, new Uint8Array(await answer.arrayBuffer()));
  const columns = given.tables[name];
  const types = columns.map(([column, type]) => `'${column}': '${type}'`).join(", ");
  // A text that is missing is empty in our tables, a number or a day is null.
  const texts = columns.filter(([, type]) => type === "VARCHAR").map(([column]) => column);
  const reads = `header = true, delim = ',', quote = '"', escape = '"', columns = {${types}}, force_not_null = [${texts}]`;
  await connection.query(`create table ${name} as from read_csv('${name}.csv', ${reads})`);
  loaded.add(name);
}

const plain = (value) => (value === null || value === undefined ? "" : String(value));

function show(table) {
  const names = table.schema.fields.map((field) => field.name);
  const row = (tag, cells) => {
    const line = document.createElement("tr");
    line.append(...cells.map((cell) => Object.assign(document.createElement(tag), { textContent: cell })));
    return line;
  };
  rows.replaceChildren(row("th", names), ...table.toArray().map((record) => row("td", names.map((name) => plain(record[name])))));
}

async function ask() {
  run.disabled = true;
  save.hidden = true;
  status.textContent = given.words.loading;
  try {
    const site = await (opening ??= open());
    for (const name of Object.keys(given.tables)) {
      if (!loaded.has(name) && new RegExp(`\\b${name}\\b`).test(sql.value)) await load(site, name);
    }
    status.textContent = given.words.running;
    const asked = sql.value.trim().replace(/;$/, "");
    await site.connection.query(`create or replace temp table answer as (${asked}\n)`);
    const [{ n }] = (await site.connection.query("select count(*)::int as n from answer")).toArray();
    show(await site.connection.query(`select cast(columns(*) as varchar) from answer limit ${SHOWN}`));
    const many = new Intl.NumberFormat(document.documentElement.lang).format(n);
    status.textContent = n ? `${given.words.rows} ${many}${n > SHOWN ? `. ${given.words.first}` : ""}` : given.words.empty;
    await site.connection.query("copy answer to 'answer.csv' (header)");
    URL.revokeObjectURL(save.href);
    save.href = URL.createObjectURL(new Blob([await site.db.copyFileToBuffer("answer.csv")], { type: "text/csv" }));
    save.hidden = false;
  } catch (error) {
    rows.replaceChildren();
    status.textContent = `${given.words.failed} ${error.message}`;
  }
  run.disabled = false;
}

function choose(name) {
  const chosen = given.starts.find((known) => known.name === name);
  if (!chosen) return;
  start.value = name;
  sql.value = chosen.sql;
}

const address = new URL(location.href);
choose(address.searchParams.get("query") ?? given.starts[0].name);
start.addEventListener("change", () => {
  choose(start.value);
  address.searchParams.set("query", start.value);
  history.replaceState(null, "", address);
});
run.addEventListener("click", ask);
sql.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) ask();
});

// The charts of one figure, drawn by Vega as on the site, in the colours that the reader's screen prefers.
const given = JSON.parse(document.getElementById("given").textContent);
const [load] = Object.values(await import(given.vega));
const { embed, expressionInterpreter } = await load();
const prefersDark = matchMedia("(prefers-color-scheme: dark)");

// A day is that day wherever the reader is.
for (const { spec, days } of given.charts) {
  for (const row of Object.values(spec.datasets).flat()) {
    for (const name of days) if (row[name] !== null) row[name] += new Date(row[name]).getTimezoneOffset() * 60_000;
  }
}

async function draw() {
  const look = prefersDark.matches ? "dark" : "light";
  const boxes = document.querySelectorAll(".chart");
  for (const [place, { spec, configs }] of given.charts.entries()) {
    await embed(boxes[place], { ...spec, config: configs[look] }, {
      actions: false, ast: true, expr: expressionInterpreter, renderer: "svg", tooltip: { theme: look },
    });
  }
  document.body.dataset.drawn = look;
}

prefersDark.addEventListener("change", draw);
await draw();

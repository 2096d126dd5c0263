// Draws the table of a heat map. The table stays: it is what everybody can read, and where the drawing gets all from.

const table = document.getElementById("heat-table");
const place = document.querySelector("#heat-chart .heat-canvas");

const text = (element) => element.textContent.trim();
const style = (element, name) => getComputedStyle(element).getPropertyValue(name);
const color = (element, name = "color") => plain(style(element, name));

const dot = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const known = new Map();

// The browser works out light-dark() and mixes for the table; the drawing understands nothing newer than rgb().
function plain(color) {
  if (!known.has(color)) {
    dot.clearRect(0, 0, 1, 1);
    dot.fillStyle = color;
    dot.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = dot.getImageData(0, 0, 1, 1).data;
    known.set(color, `rgba(${red},${green},${blue},${alpha / 255})`);
  }
  return known.get(color);
}

function drawing() {
  const columns = [...table.tHead.rows[0].cells].slice(1).map(text);
  const rows = [...table.tBodies[0].rows];
  const people = rows.map((row) => text(row.cells[0]));
  const data = rows.flatMap((row, y) =>
    [...row.cells].slice(1).flatMap((cell, x) =>
      cell.className
        ? [{
            // A cell is drawn for a number alone; what stands in it may be two, as in 2/3.
            value: [x, y, 1, text(cell.firstChild)],
            itemStyle: { color: color(cell, "background-color") },
            label: { color: color(cell) },
          }]
        : []));
  const font = style(document.body, "font-family");
  const muted = color(table.tHead.rows[0].cells[0]);
  const ink = color(document.body);
  const card = color(place.parentElement, "background-color");
  const axis = { axisLine: { show: false }, axisTick: { show: false }, splitArea: { show: false } };
  return {
    animation: false,
    textStyle: { fontFamily: font },
    grid: { left: 150, right: 16, top: 160, bottom: 20 },
    xAxis: {
      ...axis, type: "category", data: columns, position: "top",
      axisLabel: { color: muted, fontSize: 11, rotate: 48, interval: 0, width: 190, overflow: "truncate" },
    },
    yAxis: {
      ...axis, type: "category", data: people, inverse: true,
      axisLabel: { color: ink, fontSize: 12, width: 138, overflow: "truncate" },
    },
    // In the canvas, not as markup: the site's policy lets no style attribute in.
    tooltip: {
      renderMode: "richText", backgroundColor: card, borderColor: muted, textStyle: { color: ink, fontSize: 12 },
      formatter: (point) => `${people[point.value[1]]}\n${columns[point.value[0]]}: ${point.value[3]}`,
    },
    series: [{
      type: "heatmap", data,
      label: { show: place.clientWidth / columns.length > 32, fontSize: 11, formatter: (point) => point.value[3] },
      itemStyle: { borderColor: card, borderWidth: 2, borderRadius: 4 },
      emphasis: { itemStyle: { borderColor: ink, borderWidth: 1.5 } },
    }],
  };
}

if (table && place && window.echarts) {
  const chart = window.echarts.init(place, null, { renderer: "canvas" });
  const numbers = document.getElementById("heat-numbers");
  // What is folded away keeps the colours that it had: for a glance it is unfolded.
  const draw = () => {
    const { open } = numbers;
    numbers.open = true;
    chart.setOption(drawing(), true);
    numbers.open = open;
  };
  // What the drawing says need not stand below it once more; without it the table stays open.
  let shown = false;
  const fold = () => {
    if (shown !== place.clientWidth > 0) {
      shown = !shown;
      numbers.open = !shown;
    }
  };
  draw();
  fold();
  new ResizeObserver(() => { chart.resize(); draw(); fold(); }).observe(place);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => requestAnimationFrame(draw));
  new MutationObserver(draw).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
}

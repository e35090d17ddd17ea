/**
 * Makes the tables of a page sortable: the heading of a column becomes a button, which a mouse or a key presses. Sums stay
 * where they are, and the third press gives back the order of the paper. Without it the page is read as it stands.
 */
export const SCRIPT = `
(function () {
  var collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  function valueOf(row, at, type) {
    var text = row.cells[at].textContent.trim();
    if (type === 'day') return text.split('/').reverse().join('');
    if (type !== 'number') return text;
    var figure = text.replace(/[^0-9-]/g, '');
    return figure === '' ? -Infinity : Number(figure);
  }
  function compare(a, b) {
    return typeof a === 'number' ? (a < b ? -1 : a > b ? 1 : 0) : collator.compare(a, b);
  }
  function sort(table, at, type, order) {
    for (var body of table.tBodies) {
      var rows = body.kept || (body.kept = Array.from(body.rows));
      var run = [], out = [];
      var flush = function () {
        if (order !== 0)
          run = run.map(function (row, index) { return [valueOf(row, at, type), index, row]; })
            .sort(function (a, b) { return compare(a[0], b[0]) * order || a[1] - b[1]; })
            .map(function (each) { return each[2]; });
        out = out.concat(run);
        run = [];
      };
      rows.forEach(function (row) {
        if (row.classList.contains('line')) run.push(row);
        else { flush(); out.push(row); }
      });
      flush();
      out.forEach(function (row) { body.append(row); });
    }
  }
  document.querySelectorAll('[data-script]').forEach(function (hint) { hint.hidden = false; });
  document.querySelectorAll('table[data-sort]').forEach(function (table) {
    var heads = Array.from(table.tHead.rows[0].cells);
    heads.forEach(function (head, at) {
      var button = document.createElement('button');
      button.type = 'button';
      button.append.apply(button, Array.from(head.childNodes));
      head.append(button);
      button.addEventListener('click', function () {
        var was = head.getAttribute('aria-sort');
        heads.forEach(function (each) { each.removeAttribute('aria-sort'); });
        var order = was === 'ascending' ? -1 : was === 'descending' ? 0 : 1;
        if (order !== 0) head.setAttribute('aria-sort', order === 1 ? 'ascending' : 'descending');
        sort(table, at, head.dataset.type, order);
      });
    });
  });
})();
`;

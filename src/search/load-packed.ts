/** A file of the index, unpacked. We gzip them ourselves, so that their size depends on no server. */
export async function loadPacked(url: string, options: RequestInit = {}): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url, options);
  if (!response.ok || !response.body) throw new Error(`${url}: ${response.status}; the index of the search is not there`);
  const unpacked = response.body.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

export async function loadPackedJson(url: string, options: RequestInit = {}): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await loadPacked(url, options)));
}

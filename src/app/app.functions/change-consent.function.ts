export async function main(): Promise<unknown> {
  return { status: 'not-ready' };
}

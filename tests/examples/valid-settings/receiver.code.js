export async function findUser(ctx, name) {
  const rows = await ctx.db`select * from users where name = '${name}'`;
  return rows[0];
}

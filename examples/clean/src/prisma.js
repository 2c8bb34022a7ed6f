import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export const findUser = (id) => prisma.user.findUnique({ where: { id } });

export async function search(name) {
  const users = await prisma.$queryRaw`select id from users where name = ${name}`;
  return users.length;
}

export const rename = (id, name) => prisma.$executeRawUnsafe('update users set name = $1 where id = $2', name, id);

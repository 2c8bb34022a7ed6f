// A question mark in $queryRawUnsafe of Prisma
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL }) });
const id = 2;
const users = await prisma.$queryRawUnsafe('select name, email from users where id = $1', id);
console.log(users);
await prisma.$disconnect();

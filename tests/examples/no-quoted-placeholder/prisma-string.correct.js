// A value in quotes in a template of Prisma
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL }) });
const name = 'Ann';
const users = await prisma.$queryRaw`select id, email from users where name = ${name}`;
console.log(users);
await prisma.$disconnect();

// $queryRaw of Prisma gives the rows themselves
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL }) });
const users = await prisma.$queryRaw`select name from users where age > ${20} order by id`;
console.log(users.rows);
await prisma.$disconnect();

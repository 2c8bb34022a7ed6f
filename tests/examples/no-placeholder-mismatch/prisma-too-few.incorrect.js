// Too few values in Prisma
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL }) });
const users = await prisma.$queryRawUnsafe('select name from users where age > $1 and age < $2', 20);
console.log(users);
await prisma.$disconnect();

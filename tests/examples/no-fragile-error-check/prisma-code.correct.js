// A raw query of Prisma fails with a code of Prisma
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL }) });
try {
  await prisma.$executeRaw`insert into users (id, name) values (1, 'Dan')`;
} catch (err) {
  console.log(err.meta?.driverAdapterError?.cause?.originalCode === '23505' ? 'The number is taken.' : 'It failed.');
}
await prisma.$disconnect();

create table products (
  id int primary key,
  name text not null,
  price numeric(10, 2) not null,
  tags jsonb not null default '[]'
);
create table orders (
  id int primary key generated always as identity,
  customer text not null,
  product_id int not null references products,
  quantity int not null,
  note text
);
insert into products (id, name, price, tags) values
  (1, 'Teapot', 24.90, '["kitchen", "gift"]'),
  (2, 'Lamp', 39.00, '["living"]'),
  (3, 'Chair', 89.50, '["kitchen", "living"]');
insert into orders (customer, product_id, quantity, note) values
  ('ada', 1, 2, 'as a gift'),
  ('ada', 3, 1, null),
  ('grace', 2, 1, 'call first');

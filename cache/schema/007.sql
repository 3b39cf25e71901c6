-- Schema 7: whoever stores articles adds them to their source's counts himself, once for
-- a delivery. A trigger did it for each article, which was a quarter of storing it.
drop trigger state_insert;

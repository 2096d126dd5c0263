package org.threeshift.core.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresUnwanted implements Unwanted {
    private final JdbcClient jdbc;

    PostgresUnwanted(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> among(Collection<String> addresses) {
        return jdbc.sql("""
                        select asked.address
                          from unnest(:addresses) as asked (address)
                          join unwanted_mail on unwanted_mail.address_hash = sha256(convert_to(lower(asked.address), 'UTF8'))
                        """).param("addresses", addresses.toArray(String[]::new)).query(String.class).list().stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean holds(AddressHash address) {
        return jdbc.sql("select count(*) from unwanted_mail where address_hash = decode(:hash, 'hex')")
                        .param("hash", address.hex())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    @Override
    public void keep(AddressHash address, Instant at) {
        jdbc.sql("""
                insert into unwanted_mail (address_hash, said_at)
                values (decode(:hash, 'hex'), :at)
                    on conflict (address_hash) do nothing
                """)
                .param("hash", address.hex())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}

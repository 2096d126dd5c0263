package org.threeshift.core.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ShippedBanksTest {
    private final Banks banks = Banks.inMemory(InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")));

    @Test
    void every_bank_that_ships_is_published_and_a_second_start_changes_nothing() {
        ShippedBanks shipped = new ShippedBanks(banks);
        shipped.publishAll();
        assertThat(banks.newestOfAll()).extracting(Bank::id).contains("marketing-manager");
        var before = banks.newestOfAll();
        shipped.publishAll();
        assertThat(banks.newestOfAll()).isEqualTo(before);
    }

    @Test
    void a_bank_with_problems_stops_the_start_and_names_them_all() {
        ShippedBanks spoiled = new ShippedBanks(banks, "classpath*:bank-files/spoiled/*.yaml");
        assertThatIllegalStateException()
                .isThrownBy(spoiled::publishAll)
                .withMessageContaining("banks/harbour-pilot.yaml:13:14: SALES is no shift.")
                .withMessageContaining("banks/harbour-pilot.yaml:72:14: This round has 19 minutes");
        assertThat(banks.newestOfAll()).isEmpty();
    }

    @Test
    void what_an_installation_published_itself_stands() {
        byte[] own = HarbourPilot.bytes(HarbourPilot.with("id: harbour-pilot", "id: marketing-manager"));
        banks.publish(own, "own.yaml");
        new ShippedBanks(banks).publishAll();
        assertThat(banks.newest("marketing-manager").map(Bank::title)).contains("Harbour pilot");
    }
}

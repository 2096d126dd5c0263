package org.threeshift.web.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HeapInfoTest {
    @Test
    void all_parts_of_the_heap_count_and_classes_do_not() {
        assertThat(HeapInfo.used("""
                        4242:
                         def new generation   total 78656K, used 1000K [0x1, 0x2, 0x3)
                          eden space 69952K,  10% used [0x1, 0x2, 0x3)
                         tenured generation   total 174784K, used 24K [0x1, 0x2, 0x3)
                         Metaspace       used 5000K, committed 5120K, reserved 1114112K
                          class space    used 500K, committed 576K, reserved 1048576K
                        """)).isEqualTo(1 << 20);
    }

    @Test
    void what_is_no_heap_info_is_no_figure() {
        assertThatThrownBy(() -> HeapInfo.used("4242: No such process")).isInstanceOf(IllegalStateException.class);
    }
}

package org.threeshift.web.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final int SCALE = 4;

    @Test
    void a_reader_reads_what_is_drawn() throws Exception {
        String uri =
                "otpauth://totp/Threeshift:ada%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Threeshift";
        QrCode code = QrCode.of(uri);
        var picture = new BinaryBitmap(new HybridBinarizer(drawn(code)));
        assertThat(new QRCodeReader().decode(picture).getText()).isEqualTo(uri);
    }

    private static RGBLuminanceSource drawn(QrCode code) {
        int side = code.side() * SCALE;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffff);
        Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(code.path()).results().forEach(module -> {
            int left = Integer.parseInt(module.group(1)) * SCALE;
            int top = Integer.parseInt(module.group(2)) * SCALE;
            for (int y = top; y < top + SCALE; y++) {
                Arrays.fill(pixels, y * side + left, y * side + left + SCALE, 0);
            }
        });
        return new RGBLuminanceSource(side, side, pixels);
    }
}

package com.google.android.material.button;

import android.content.Context;
import android.widget.Button;

/** Only so that the accessibility framework's questions about the class can be asked: the app has none. */
public class MaterialButton extends Button {
    public MaterialButton(Context context) {
        super(context);
    }

    public boolean isCheckable() {
        return false;
    }

    public int getInsetTop() {
        return 0;
    }

    public int getInsetBottom() {
        return 0;
    }
}

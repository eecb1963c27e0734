<p class="v-eyebrow">{{CALL}}</p>
<h1>{{#_}}Attachments{{/_}}</h1>
<p class="v-lead v-gap-3">{{#_}}Each file is looked at when it arrives: if it cannot be used, you are told at once why. Files are saved as you add them; adding them does not send the application.{{/_}}</p>
{{#PLACE}}<section class="v-section v-section--near" id="{{KEY}}" tabindex="-1" aria-labelledby="{{KEY}}-title"><h2 id="{{KEY}}-title">{{TITLE}}{{#REQUIRED}} <span class="v-meta">{{#_}}compulsory{{/_}}</span>{{/REQUIRED}}</h2>
{{#HINTED}}<p class="v-text v-gap-2">{{HINT}}</p>{{/HINTED}}
{{#NONE}}<p class="v-meta v-gap-3">{{#_}}No file yet.{{/_}}</p>{{/NONE}}
<ul class="v-files v-gap-3">{{#FILE}}<li><p class="v-files__name"><a href="{{ADDRESS}}" dir="auto">{{NAME}}</a></p><p class="v-meta">{{KIND}}, {{SIZE}}<br>{{ADDED}}</p><form action="{{ACTION}}" method="post"><input type="hidden" name="form_secret" value="{{FORM_SECRET}}"><button class="v-plain-button" type="submit">{{#_}}Remove{{/_}} <span class="ds-sr-only">{{NAME}}</span></button></form></li>{{/FILE}}</ul>
{{#FULL}}<p class="v-meta v-gap-3">{{#_}}There is no room for more here. To change a file, remove it first.{{/_}}</p>{{/FULL}}
{{#ADD}}<form class="v-form v-gap-4" action="{{ACTION}}" method="post" enctype="multipart/form-data"><input type="hidden" name="form_secret" value="{{FORM_SECRET}}">
<div class="ds-field{{#WRONG}} v-has-error{{/WRONG}}"><label class="ds-label" for="{{KEY}}-file">{{#MANY}}{{#_}}Choose files{{/_}}{{/MANY}}{{#ONE}}{{#_}}Choose a file{{/_}}{{/ONE}} <span class="ds-sr-only">{{TITLE}}</span></label>
<p class="v-hint" id="{{KEY}}-limits">{{LIMITS}}</p>
{{#WRONG}}<div id="{{KEY}}-error">{{#ERROR}}<p class="v-error-text">{{TEXT}}</p>{{/ERROR}}</div>{{/WRONG}}
<input class="ds-input" type="file" id="{{KEY}}-file" name="file" accept="{{ENDINGS}}"{{#MANY}} multiple{{/MANY}} aria-describedby="{{KEY}}-limits{{#WRONG}} {{KEY}}-error{{/WRONG}}"{{#WRONG}} aria-invalid="true"{{/WRONG}}></div>
<p class="v-actions v-gap-3"><button class="ds-button" data-variant="secondary" type="submit">{{#_}}Add{{/_}} <span class="ds-sr-only">{{TITLE}}</span></button></p></form>{{/ADD}}</section>{{/PLACE}}
<p class="v-actions v-gap-6"><a class="ds-button" href="{{BACK}}">{{#_}}Back to the application{{/_}}</a></p>
